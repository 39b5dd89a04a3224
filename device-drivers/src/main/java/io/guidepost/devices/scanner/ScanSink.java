package io.guidepost.devices.scanner;

import io.guidepost.devices.Misread;

/** Where what a scanner sent goes once it is joined. */
public interface ScanSink {

    /** A code came, with its AIM identifier if the scanner sends them; not empty. */
    void code(String text);

    /**
     * Something came that was no code.
     *
     * @param length how many characters were dropped
     */
    void refused(Misread.Reason reason, int length);
}
