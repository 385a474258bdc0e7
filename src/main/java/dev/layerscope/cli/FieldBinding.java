package dev.layerscope.cli;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A field that takes the value of an option. */
record FieldBinding(Field field, Object holder) implements IGetter, ISetter {
  /**
   * @param path the fields that lead there; all but the last hold objects
   */
  static FieldBinding of(Object command, List<String> path) throws ReflectiveOperationException {
    Object holder = command;
    for (String name : path.subList(0, path.size() - 1)) {
      holder = open(holder, name).get(holder);
    }
    return new FieldBinding(open(holder, path.getLast()), holder);
  }

  private static Field open(Object holder, String name) throws NoSuchFieldException {
    Field field = holder.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  OptionSpec option(SaidArgument said) throws IllegalAccessException {
    var builder =
        OptionSpec.builder(said.names().toArray(String[]::new))
            .type(field.getType())
            .auxiliaryTypes(held())
            .getter(this)
            .setter(this)
            .initialValue(field.get(holder))
            .required(said.required())
            .paramLabel(said.label())
            .description(said.description().toArray(String[]::new))
            .splitRegex(said.split());
    return (said.arity().isEmpty() ? builder : builder.arity(said.arity())).build();
  }

  PositionalParamSpec parameter(SaidArgument said) throws IllegalAccessException {
    var builder =
        PositionalParamSpec.builder()
            .index(said.position())
            .type(field.getType())
            .auxiliaryTypes(held())
            .getter(this)
            .setter(this)
            .initialValue(field.get(holder))
            .required(said.required())
            .paramLabel(said.label())
            .description(said.description().toArray(String[]::new))
            .splitRegex(said.split());
    return (said.arity().isEmpty() ? builder : builder.arity(said.arity())).build();
  }

  /** What a list holds; else the type itself. */
  private Class<?>[] held() {
    return field.getGenericType() instanceof ParameterizedType generic
        ? Stream.of(generic.getActualTypeArguments())
            .map(type -> (Class<?>) type)
            .toArray(Class<?>[]::new)
        : new Class<?>[] {field.getType()};
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the library declares it
  public <T> T get() throws IllegalAccessException {
    return (T) field.get(holder);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T set(T value) throws IllegalAccessException {
    T before = (T) field.get(holder);
    field.set(holder, value);
    return before;
  }
}
