import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.Path;
import java.util.List;

/**
 * Classes compiled for Java 5 and before (class file version below 50) cannot go into the archive
 * of loaded classes (JEP 483), and are checked by the old, slow verifier each time. A jar of such
 * classes gets them written anew for a later format, with stack maps and the same instructions.
 */
class Lift {
  /** The first version whose classes an archive takes (JVMS 4.1, Java 6). */
  private static final int WITH_STACK_MAPS = 50;

  private static final int WRITTEN = ClassFile.JAVA_8_VERSION;

  /** Instruction by instruction, so that stack maps are made on the way. */
  private static final MethodTransform REWRITTEN =
      MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL);

  private Lift() {}

  /** Rewrites the jar in its place where a class in it is too old; leaves it alone otherwise. */
  static void jar(Path jar) throws IOException {
    Jars.rewrite(
        jar,
        List.of(),
        (format, bytes) ->
            version(bytes) < WITH_STACK_MAPS
                ? lifted(format.withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS), bytes)
                : bytes);
  }

  private static byte[] lifted(ClassFile format, byte[] bytes) {
    return format.transformClass(
        format.parse(bytes),
        (builder, element) -> {
          switch (element) {
            case ClassFileVersion _ -> builder.withVersion(WRITTEN, 0);
            case MethodModel method -> builder.transformMethod(method, REWRITTEN);
            default -> builder.with(element);
          }
        });
  }

  private static int version(byte[] bytes) {
    return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
  }
}
