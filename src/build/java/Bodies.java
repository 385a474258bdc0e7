import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What {@code SwitchBootstraps} and {@code ObjectMethods} would make at run time, as methods. */
class Bodies {
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int PRIME = 31;
  private static final Map<String, ClassDesc> BOXES =
      Map.of(
          "Z", ClassDesc.of("java.lang.Boolean"),
          "B", ClassDesc.of("java.lang.Byte"),
          "S", ClassDesc.of("java.lang.Short"),
          "C", ClassDesc.of("java.lang.Character"),
          "I", ClassDesc.of("java.lang.Integer"),
          "J", ClassDesc.of("java.lang.Long"),
          "F", ClassDesc.of("java.lang.Float"),
          "D", ClassDesc.of("java.lang.Double"));

  private Bodies() {}

  /** A private static method, not yet in its class. */
  record Made(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
    void into(ClassBuilder builder) {
      builder.withMethodBody(
          name,
          type,
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          body::accept);
    }
  }

  /**
   * {@code (value, from)}: the first label from that number on whose type the value has, -1 for
   * null, the number of labels for none.
   */
  static Made typeSwitch(int number, MethodTypeDesc type, List<ClassDesc> labels) {
    return new Made(
        "bound$switch$" + number,
        type,
        code -> {
          Label there = code.newLabel();
          code.aload(0).ifnonnull(there).iconst_m1().ireturn().labelBinding(there);
          for (int label = 0; label < labels.size(); label++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(label).if_icmpgt(next);
            code.aload(0).instanceOf(labels.get(label)).ifeq(next);
            code.loadConstant(label).ireturn().labelBinding(next);
          }
          code.loadConstant(labels.size()).ireturn();
        });
  }

  /** Component by component: numbers by their boxes' {@code compare}, the rest as it says. */
  static Made equality(ClassDesc self, MethodTypeDesc type, List<DirectMethodHandleDesc> getters) {
    return new Made(
        "bound$equals",
        type,
        code -> {
          Label differs = code.newLabel();
          Label other = code.newLabel();
          code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
          code.aload(1).instanceOf(self).ifeq(differs);
          code.aload(1).checkcast(self).astore(2);
          for (DirectMethodHandleDesc getter : getters) {
            ClassDesc of = getter.invocationType().returnType();
            read(code, 0, self, getter);
            read(code, 2, self, getter);
            if (of.isPrimitive()) {
              code.invokestatic(box(of), "compare", MethodTypeDesc.of(CD_int, of, of))
                  .ifne(differs);
            } else {
              var both = MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object);
              code.invokestatic(OBJECTS, "equals", both).ifeq(differs);
            }
          }
          code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
        });
  }

  /** As {@code ObjectMethods} has it: 31 times what was, and the hash of each component. */
  static Made hash(ClassDesc self, MethodTypeDesc type, List<DirectMethodHandleDesc> getters) {
    return new Made(
        "bound$hashCode",
        type,
        code -> {
          code.iconst_0();
          for (DirectMethodHandleDesc getter : getters) {
            ClassDesc of = getter.invocationType().returnType();
            code.loadConstant(PRIME).imul();
            read(code, 0, self, getter);
            if (of.isPrimitive()) {
              code.invokestatic(box(of), "hashCode", MethodTypeDesc.of(CD_int, of));
            } else {
              code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            }
            code.iadd();
          }
          code.ireturn();
        });
  }

  private static void read(
      CodeBuilder code, int slot, ClassDesc self, DirectMethodHandleDesc getter) {
    code.loadLocal(TypeKind.REFERENCE, slot)
        .getfield(self, getter.methodName(), getter.invocationType().returnType());
  }

  private static ClassDesc box(ClassDesc primitive) {
    return java.util.Objects.requireNonNull(BOXES.get(primitive.descriptorString()));
  }
}
