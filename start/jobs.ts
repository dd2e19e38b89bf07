/** What runs in the background: the tasks, jobs and listeners of all features meet here. */
import '#app/platform/mail/mail_job'
import '#app/platform/schedule/housekeeping'
import '#app/staff/warn_of_guessing'
import '#app/search/refresh_popularity'
import '#app/search/keep_words_fresh'
import '#app/imports/work_on_imports'
import '#app/imports/forget_uploads'
