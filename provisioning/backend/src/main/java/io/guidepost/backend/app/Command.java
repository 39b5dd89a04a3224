package io.guidepost.backend.app;

import java.util.List;

/** One command of the backend's command line. */
interface Command {
    /** One line for the list of commands: arguments and what it does. */
    String help();

    /**
     * Runs to its end.
     *
     * @param arguments what stood on the command line beside the settings
     * @return the process's exit code, 0 for success
     */
    int run(Settings settings, List<String> arguments);
}
