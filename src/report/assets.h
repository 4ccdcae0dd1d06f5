/* The files that the build puts into the program as they are: report.css, report.js, picture.css. Private to the room. */
#ifndef PX_REPORT_ASSETS_H
#define PX_REPORT_ASSETS_H

#include "base/slice.h"

extern const char px_asset_report_css[], px_asset_report_css_end[];
extern const char px_asset_report_js[], px_asset_report_js_end[];
extern const char px_asset_picture_css[], px_asset_picture_css_end[];

#define PX_ASSET(name) ((struct px_slice){px_asset_##name, (size_t)(px_asset_##name##_end - px_asset_##name)})

#endif
