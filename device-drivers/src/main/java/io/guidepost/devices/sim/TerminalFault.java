package io.guidepost.devices.sim;

/** What a simulated terminal does with one kind of message in place of an honest answer. */
public enum TerminalFault {
    /** Nothing is wrong. */
    NONE,
    /** Takes the message, does nothing about it and says nothing. */
    DEAF,
    /** Does what it is asked, says nothing, keeps the connection. */
    SILENT,
    /** Does what it is asked, and cuts the connection in place of the answer. */
    CUT,
    /** Does what it is asked, and answers after the set lateness. */
    LATE,
    /** Does what it is asked, and answers with bytes that are no message. */
    GARBAGE,
    /** Does nothing and says that it cannot. */
    REFUSED,
    /** Has ended the kiosk's login: refuses this and all else until the next login. */
    LOGGED_OUT
}
