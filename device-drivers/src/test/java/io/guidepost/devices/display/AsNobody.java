package io.guidepost.devices.display;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Lets a thread, and the threads it starts, have the files of user nobody: tests that run as root
 * would be refused nothing otherwise.
 */
// Calls into the C library are what this class is for.
@SuppressWarnings("restricted")
final class AsNobody {
    private static final int NOBODY = 65534;
    private static final MethodHandle SETFSUID =
            Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("setfsuid"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private AsNobody() {}

    static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task =
                new FutureTask<>(
                        () -> {
                            drop();
                            return work.call();
                        });
        Thread.ofPlatform().start(task);
        return task.get(20, TimeUnit.SECONDS);
    }

    private static void drop() {
        try {
            int _ = (int) SETFSUID.invokeExact(NOBODY);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
