/** What runs in the background: the tasks, jobs and listeners of all features meet here. */
import '#app/platform/mail/mail_job'
import '#app/platform/schedule/housekeeping'
import '#app/staff/mail_reset_link'
import '#app/staff/warn_of_guessing'
import '#app/catalogue/run_bulk_edit'
import '#app/search/refresh_popularity'
import '#app/search/keep_words_fresh'
import '#app/reports/weekly_report_task'
