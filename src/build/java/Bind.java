import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A {@code switch} over types and the {@code equals} and {@code hashCode} of a record are bound at
 * their first use, by classes made on the spot. The archive of loaded classes (JEP 483) holds what
 * lambdas were bound to, but not these, so every start makes them again: a hundred in one command.
 * The jar in a package gets them as methods that are there already and say the same.
 */
class Bind {
  private static final String SWITCH = "java.lang.runtime.SwitchBootstraps.typeSwitch";
  private static final String RECORD = "java.lang.runtime.ObjectMethods.bootstrap";

  private Bind() {}

  /** Rewrites the jar in its place. */
  static void jar(Path jar, Collection<Path> beside) throws IOException {
    Jars.rewrite(jar, beside, Bind::bound);
  }

  private static byte[] bound(ClassFile format, byte[] bytes) {
    ClassModel read = format.parse(bytes);
    var made = new ArrayList<Bodies.Made>();
    byte[] written = format.transformClass(read, binding(read, made));
    return made.isEmpty() ? bytes : written;
  }

  private static ClassTransform binding(ClassModel read, List<Bodies.Made> made) {
    ClassDesc self = read.thisClass().asSymbol();
    boolean ofInterface = read.flags().has(AccessFlag.INTERFACE);
    CodeTransform calls =
        (builder, element) -> {
          Optional<Bodies.Made> method =
              element instanceof InvokeDynamicInstruction call
                  ? method(self, call, made.size())
                  : Optional.empty();
          if (method.isEmpty()) {
            builder.with(element);
            return;
          }
          made.add(method.get());
          builder.invokestatic(self, method.get().name(), method.get().type(), ofInterface);
        };
    return new ClassTransform() {
      @Override
      public void accept(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method) {
          builder.transformMethod(method, MethodTransform.transformingCode(calls));
        } else {
          builder.with(element);
        }
      }

      @Override
      public void atEnd(ClassBuilder builder) {
        made.forEach(method -> method.into(builder));
      }
    };
  }

  /** The method that says what the call would be bound to; empty for every other call. */
  private static Optional<Bodies.Made> method(
      ClassDesc self, InvokeDynamicInstruction call, int number) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    String binder =
        bootstrap.owner().packageName()
            + "."
            + bootstrap.owner().displayName()
            + "."
            + bootstrap.methodName();
    return switch (binder) {
      case SWITCH -> types(call).map(types -> Bodies.typeSwitch(number, call.typeSymbol(), types));
      case RECORD ->
          switch (call.name().stringValue()) {
            case "equals" -> Optional.of(Bodies.equality(self, call.typeSymbol(), getters(call)));
            case "hashCode" -> Optional.of(Bodies.hash(self, call.typeSymbol(), getters(call)));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /** The labels, where all are plain types; a text, a number or a constant is left to the JDK. */
  private static Optional<List<ClassDesc>> types(InvokeDynamicInstruction call) {
    var types = new ArrayList<ClassDesc>();
    for (ConstantDesc label : call.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
        return Optional.empty();
      }
      types.add(type);
    }
    return Optional.of(types);
  }

  /** After the record and the names of its components, what reads each (JDK, ObjectMethods). */
  private static List<DirectMethodHandleDesc> getters(InvokeDynamicInstruction call) {
    return call.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }
}
