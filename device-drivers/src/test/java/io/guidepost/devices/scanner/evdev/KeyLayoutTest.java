package io.guidepost.devices.scanner.evdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our layouts against those that every Linux desktop uses, by libxkbcommon. */
@SuppressWarnings("restricted")
class KeyLayoutTest {
    /** Key codes of X are those of evdev and eight. */
    private static final int X_OFFSET = 8;

    /** Dead keys by keysym, as the combining characters that stand for them. */
    private static final Map<Integer, Character> DEAD =
            Map.of(0xfe50, '\u0300', 0xfe51, '\u0301', 0xfe52, '\u0302', 0xfe57, '\u0308');

    /** Dead with Windows, where scanners come from, and plain here. */
    private static final Map<Character, Character> DEAD_WITH_WINDOWS =
            Map.of('\u0300', '`', '\u0303', '~');

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    @ParameterizedTest
    @EnumSource
    void typesWhatADesktopTypes(KeyLayout layout) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup library;
            try {
                library = SymbolLookup.libraryLookup("libxkbcommon.so.0", arena);
            } catch (IllegalArgumentException e) {
                abort("libxkbcommon0 is missing: " + e.getMessage());
                return;
            }
            MethodHandle newContext = call(library, "xkb_context_new", POINTER, INT);
            MethodHandle newKeymap =
                    call(library, "xkb_keymap_new_from_names", POINTER, POINTER, POINTER, INT);
            MethodHandle symbols =
                    call(
                            library,
                            "xkb_keymap_key_get_syms_by_level",
                            INT,
                            POINTER,
                            INT,
                            INT,
                            INT,
                            POINTER);
            MethodHandle unicode = call(library, "xkb_keysym_to_utf32", INT, INT);
            MemorySegment names = arena.allocate(5 * POINTER.byteSize(), 8);
            String[] named = {"evdev", "pc105", layout.word(), "", ""};
            for (int i = 0; i < named.length; i++) {
                names.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(named[i]));
            }
            MemorySegment context = (MemorySegment) newContext.invokeExact(0);
            MemorySegment keymap = (MemorySegment) newKeymap.invokeExact(context, names, 0);
            assumeTrue(keymap.address() != 0, "xkb-data is missing");

            List<String> differences = new ArrayList<>();
            int compared = 0;
            MemorySegment found = arena.allocate(POINTER);
            for (int key = 1; key < 128; key++) {
                for (int level = 0; level < 3; level++) {
                    char ours = layout.typed(key, level == 1, level == 2);
                    if (ours == 0 || key == Keys.SPACE) {
                        continue;
                    }
                    int count = (int) symbols.invokeExact(keymap, key + X_OFFSET, 0, level, found);
                    int symbol =
                            count == 0
                                    ? 0
                                    : found.get(ValueLayout.ADDRESS, 0)
                                            .reinterpret(INT.byteSize())
                                            .get(INT, 0);
                    int theirs =
                            DEAD.containsKey(symbol)
                                    ? DEAD.get(symbol)
                                    : (int) unicode.invokeExact(symbol);
                    compared++;
                    if (theirs != ours && theirs != DEAD_WITH_WINDOWS.getOrDefault(ours, ours)) {
                        differences.add(
                                "key %d level %d: %c, desktop %c"
                                        .formatted(key, level, ours, theirs));
                    }
                }
            }
            assertThat(differences).isEmpty();
            assertThat(compared).isGreaterThan(90);
        }
    }

    private static MethodHandle call(
            SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }
}
