package io.guidepost.contract.code;

/** The characters of a part of a GS1 value (GS1 General Specifications, section 7.11). */
enum CharacterSet {
    /** Digits. */
    N("0123456789"),
    /** Character set 82. */
    X("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    /** Character set 39. */
    Y("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /** Base64url with its filling (RFC 4648, section 5). */
    Z("-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private final String characters;

    CharacterSet(String characters) {
        this.characters = characters;
    }

    boolean allows(String text) {
        return text.chars().allMatch(c -> indexOf(c) >= 0) && (this != Z || isFilled(text));
    }

    /** The character's place in the set, which GS1 counts from 0; -1 outside. */
    int indexOf(int character) {
        return characters.indexOf(character);
    }

    /** Filling is optional; where it stands, it ends the text and completes a group of three. */
    private static boolean isFilled(String text) {
        int filling = text.indexOf('=');
        return filling < 0
                || (text.length() % 3 == 0
                        && (text.substring(filling).equals("=")
                                || text.substring(filling).equals("==")));
    }
}
