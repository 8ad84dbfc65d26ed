import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.logging.LogManager;

/** Runs HeidelTime without a tagger over a folder of "NAME@YYYY-MM-DD.txt" in one JVM; writes NAME.tml beside, and the processor
 * milliseconds that its thread spent on a second pass over them: start-up, compilation and garbage collection are left out. */
public final class Driver {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        PrintStream out = System.out;
        System.setOut(new PrintStream(PrintStream.nullOutputStream()));
        HeidelTimeStandalone engine =
            new HeidelTimeStandalone(Language.FRENCH, DocumentType.NEWS, OutputType.TIMEML, arguments[1], POSTagger.NO);
        List<Path> files;
        try (var listed = Files.list(Path.of(arguments[0]))) {
            files = listed.filter(p -> p.toString().endsWith(".txt")).sorted().toList();
        }
        for (Path file : files) { // warms up
            read(engine, file);
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        for (Path file : files) {
            Files.writeString(Path.of(file.toString().replace(".txt", ".tml")), read(engine, file));
        }
        out.println((clock.getCurrentThreadCpuTime() - began) / 1e6);
    }

    private static String read(HeidelTimeStandalone engine, Path file) throws Exception {
        String name = file.getFileName().toString();
        String day = name.substring(name.indexOf('@') + 1, name.length() - 4);
        return engine.process(Files.readString(file, StandardCharsets.UTF_8), new SimpleDateFormat("yyyy-MM-dd").parse(day));
    }
}
