/**
 * The 24 governorates with their delegations, in French and Arabic: ISO 3166-2 code, names, then
 * one delegation a line.
 */
export const GOVERNORATES_TEXT = `
TN-11|Tunis|تونس
Bab El Bhar|باب البحر
Bab Souika|باب سويقة
Carthage|قرطاج
Cité El Khadra|حي الخضراء
Djebel Jelloud|جبل الجلود
El Kabaria|الكبارية
El Menzah|المنزه
El Omrane|العمران
El Omrane Supérieur|العمران الأعلى
El Ouardia|الوردية
Ettahrir|التحرير
Ezzouhour|الزهور
Hraïria|الحرائرية
La Goulette|حلق الوادي
La Marsa|المرسى
Le Bardo|باردو
Le Kram|الكرم
Médina|المدينة
Séjoumi|السيجومي
Sidi El Béchir|سيدي البشير
Sidi Hassine|سيدي حسين

TN-12|Ariana|أريانة
Ariana Ville|أريانة المدينة
Ettadhamen|التضامن
Kalâat el-Andalous|قلعة الأندلس
La Soukra|سكرة
Mnihla|المنيهلة
Raoued|رواد
Sidi Thabet|سيدي ثابت

TN-13|Ben Arous|بن عروس
Ben Arous|بن عروس
Bou Mhel el-Bassatine|بومهل البساتين
El Mourouj|المروج
Ezzahra|الزهراء
Fouchana|فوشانة
Hammam Chott|حمام الشط
Hammam Lif|حمام الأنف
La Nouvelle Médina|المدينة الجديدة
Mégrine|مقرين
Mohamedia|المحمدية
Mornag|مرناق
Radès|رادس

TN-14|La Manouba|منوبة
Borj El Amri|برج العامري
Djedeida|الجديدة
Douar Hicher|دوار هيشر
El Battan|البطان
La Manouba|منوبة
Mornaguia|المرناقية
Oued Ellil|وادي الليل
Tebourba|طبربة

TN-21|Nabeul|نابل
Béni Khalled|بني خلاد
Béni Khiar|بني خيار
Bou Argoub|بوعرقوب
Dar Chaâbane El Fehri|دار شعبان الفهري
El Haouaria|الهوارية
El Mida|الميدة
Grombalia|قرمبالية
Hammam Ghezèze|حمام الأغزاز
Hammamet|الحمامات
Kélibia|قليبية
Korba|قربة
Menzel Bouzelfa|منزل بوزلفة
Menzel Temime|منزل تميم
Nabeul|نابل
Soliman|سليمان
Takelsa|تاكلسة

TN-22|Zaghouan|زغوان
Bir Mcherga|بئر مشارقة
El Fahs|الفحص
Nadhour|الناظور
Saouaf|صواف
Zaghouan|زغوان
Zriba|الزريبة

TN-23|Bizerte|بنزرت
Bizerte Nord|بنزرت الشمالية
Bizerte Sud|بنزرت الجنوبية
El Alia|العالية
Ghar El Melh|غار الملح
Ghezala|غزالة
Joumine|جومين
Mateur|ماطر
Menzel Bourguiba|منزل بورقيبة
Menzel Jemil|منزل جميل
Ras Jebel|رأس الجبل
Sejnane|سجنان
Tinja|تينجة
Utique|أوتيك
Zarzouna|جرزونة

TN-31|Béja|باجة
Amdoun|عمدون
Béja Nord|باجة الشمالية
Béja Sud|باجة الجنوبية
Goubellat|قبلاط
Medjez el-Bab|مجاز الباب
Nefza|نفزة
Téboursouk|تبرسق
Testour|تستور
Thibar|تيبار

TN-32|Jendouba|جندوبة
Aïn Draham|عين دراهم
Balta-Bou Aouane|بلطة بوعوان
Bou Salem|بوسالم
Fernana|فرنانة
Ghardimaou|غار الدماء
Jendouba|جندوبة
Jendouba Nord|جندوبة الشمالية
Oued Meliz|وادي مليز
Tabarka|طبرقة

TN-33|Le Kef|الكاف
Dahmani|الدهماني
El Ksour|القصور
Jérissa|الجريصة
Kalâat Khasba|قلعة الخصبة
Kalaat Senan|قلعة سنان
Kef Est|الكاف الشرقية
Kef Ouest|الكاف الغربية
Nebeur|نبر
Sakiet Sidi Youssef|ساقية سيدي يوسف
Sers|السرس
Tajerouine|تاجروين
Touiref|الطويرف

TN-34|Siliana|سليانة
Bargou|برقو
Bou Arada|بوعرادة
El Aroussa|العروسة
El Krib|الكريب
Gaâfour|قعفور
Kesra|كسرى
Makthar|مكثر
Rouhia|الروحية
Sidi Bou Rouis|سيدي بورويس
Siliana Nord|سليانة الشمالية
Siliana Sud|سليانة الجنوبية

TN-41|Kairouan|القيروان
Bou Hajla|بوحجلة
Chebika|الشبيكة
Echrarda|الشراردة
El Alâa|العلا
Haffouz|حفوز
Hajeb El Ayoun|حاجب العيون
Kairouan Nord|القيروان الشمالية
Kairouan Sud|القيروان الجنوبية
Nasrallah|نصر الله
Oueslatia|الوسلاتية
Sbikha|السبيخة

TN-42|Kasserine|القصرين
El Ayoun|العيون
Ezzouhour|الزهور
Fériana|فريانة
Foussana|فوسانة
Haïdra|حيدرة
Hassi El Ferid|حاسي الفريد
Jedelienne|جدليان
Kasserine Nord|القصرين الشمالية
Kasserine Sud|القصرين الجنوبية
Majel Bel Abbès|ماجل بلعباس
Sbeïtla|سبيطلة
Sbiba|سبيبة
Thala|تالة

TN-43|Sidi Bouzid|سيدي بوزيد
Bir El Hafey|بئر الحفي
Cebbala Ouled Asker|السبالة أولاد عسكر
Jilma|جلمة
Meknassy|المكناسي
Menzel Bouzaiane|منزل بوزيان
Mezzouna|المزونة
Ouled Haffouz|أولاد حفوز
Regueb|الرقاب
Sidi Ali Ben Aoun|سيدي علي بن عون
Sidi Bouzid Est|سيدي بوزيد الشرقية
Sidi Bouzid Ouest|سيدي بوزيد الغربية
Souk Jedid|السوق الجديد

TN-51|Sousse|سوسة
Akouda|أكودة
Bouficha|بوفيشة
Enfidha|النفيضة
Hammam Sousse|حمام سوسة
Hergla|هرقلة
Kalâa Kebira|القلعة الكبرى
Kalâa Seghira|القلعة الصغرى
Kondar|كندار
M'saken|مساكن
Sidi Bou Ali|سيدي بوعلي
Sidi El Hani|سيدي الهاني
Sousse Jawhara|سوسة جوهرة
Sousse Médina|سوسة المدينة
Sousse Riadh|سوسة الرياض
Sousse Sidi Abdelhamid|سوسة سيدي عبد الحميد

TN-52|Monastir|المنستير
Bekalta|البقالطة
Bembla|بنبلة
Beni Hassen|بني حسان
Jemmal|جمال
Ksar Hellal|قصر هلال
Ksibet el-Médiouni|قصيبة المديوني
Moknine|المكنين
Monastir|المنستير
Ouerdanine|الوردانين
Sahline|الساحلين
Sayada-Lamta-Bou Hajar|صيادة لمطة بوحجر
Téboulba|طبلبة
Zéramdine|زرمدين

TN-53|Mahdia|المهدية
Bou Merdes|بومرداس
Chebba|الشابة
Chorbane|شربان
El Jem|الجم
Essouassi|السواسي
Hebira|هبيرة
Ksour Essef|قصور الساف
Mahdia|المهدية
Melloulèche|ملولش
Ouled Chamekh|أولاد الشامخ
Sidi Alouane|سيدي علوان

TN-61|Sfax|صفاقس
Agareb|عقارب
Bir Ali Ben Khalifa|بئر علي بن خليفة
El Amra|العامرة
El Hencha|الحنشة
Ghraïba|الغريبة
Jebiniana|جبنيانة
Kerkennah|قرقنة
Mahrès|المحرس
Menzel Chaker|منزل شاكر
Sakiet Eddaïer|ساقية الدائر
Sakiet Ezzit|ساقية الزيت
Sfax Ouest|صفاقس الغربية
Sfax Sud|صفاقس الجنوبية
Sfax Ville|صفاقس المدينة
Skhira|الصخيرة
Thyna|طينة

TN-71|Gafsa|قفصة
Belkhir|بلخير
El Guettar|القطار
El Ksar|القصر
Gafsa Nord|قفصة الشمالية
Gafsa Sud|قفصة الجنوبية
Mdhilla|المظيلة
Métlaoui|المتلوي
Moularès|أم العرائس
Redeyef|الرديف
Sened|السند
Sidi Aïch|سيدي عيش

TN-72|Tozeur|توزر
Degache|دقاش
Hazoua|حزوة
Nefta|نفطة
Tameghza|تمغزة
Tozeur|توزر

TN-73|Kébili|قبلي
Douz Nord|دوز الشمالية
Douz Sud|دوز الجنوبية
Faouar|الفوار
Kébili Nord|قبلي الشمالية
Kébili Sud|قبلي الجنوبية
Souk Lahad|سوق الأحد

TN-81|Gabès|قابس
El Hamma|الحامة
Gabès Médina|قابس المدينة
Gabès Ouest|قابس الغربية
Gabès Sud|قابس الجنوبية
Ghannouch|غنوش
Mareth|مارث
Matmata|مطماطة
Menzel El Habib|منزل الحبيب
Métouia|المطوية
Nouvelle Matmata|مطماطة الجديدة

TN-82|Médenine|مدنين
Ben Gardane|بن قردان
Béni Khedache|بني خداش
Djerba Ajim|جربة أجيم
Djerba Houmt Souk|جربة حومة السوق
Djerba Midoun|جربة ميدون
Médenine Nord|مدنين الشمالية
Médenine Sud|مدنين الجنوبية
Sidi Makhlouf|سيدي مخلوف
Zarzis|جرجيس

TN-83|Tataouine|تطاوين
Bir Lahmar|بئر الأحمر
Dehiba|ذهيبة
Ghomrassen|غمراسن
Remada|رمادة
Smâr|الصمار
Tataouine Nord|تطاوين الشمالية
Tataouine Sud|تطاوين الجنوبية
`
