#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The example of FIPS 180-2. */
static void test_abc(void **state)
{
    (void)state;
    char hexadecimal[PX_DIGEST_SIZE], base64[PX_DIGEST_BASE64_SIZE];
    px_digest_write(PX_SLICE("abc"), hexadecimal);
    px_digest_write_base64(PX_SLICE("abc"), base64);
    assert_string_equal(hexadecimal, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(base64, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_abc)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
