/* Marks what the shared library shows: everything else is hidden. */
#ifndef PX_BASE_EXPORT_H
#define PX_BASE_EXPORT_H

#define PX_API __attribute__((visibility("default")))

#endif
