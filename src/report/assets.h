/* The files that the build puts into the program as they are: report.css, report.js, picture.css. Private to the
 * room. */
#ifndef PX_REPORT_ASSETS_H
#define PX_REPORT_ASSETS_H

/* Each ends with a zero byte. */
extern const char px_asset_report_css[];
extern const char px_asset_report_js[];
extern const char px_asset_picture_css[];

#endif
