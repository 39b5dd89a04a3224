package io.guidepost.kiosk.ui;

import java.util.Locale;

/** The languages of the kiosk, each named in its own words. */
public enum Lang {
    EN("English", Locale.UK, false),
    DE("Deutsch", Locale.GERMANY, false),
    ES("Español", Locale.of("es", "ES"), false),
    ZH("中文", Locale.SIMPLIFIED_CHINESE, false),
    AR("العربية", Locale.of("ar"), true);

    private final String ownName;
    private final Locale locale;
    private final boolean rightToLeft;

    Lang(String ownName, Locale locale, boolean rightToLeft) {
        this.ownName = ownName;
        this.locale = locale;
        this.rightToLeft = rightToLeft;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** ISO 639-1 code, such as {@code de}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language with this ISO 639-1 code; English where the kiosk does not speak it. */
    public static Lang of(String code) {
        for (Lang lang : values()) {
            if (lang.code().equals(code)) {
                return lang;
            }
        }
        return EN;
    }
}
