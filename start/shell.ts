/** What features add to the back office: menu, palette, dashboard, things to do, health. */
import '#app/admin/shell'
import '#app/imports/shell'
