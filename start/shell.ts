/** What features add to the back office: menu, palette, dashboard, things to do, health. */
import '#app/admin/shell'
import '#app/catalogue/shell'
import '#app/fitment/shell'
import '#app/search/shell'
import '#app/staff/shell'
