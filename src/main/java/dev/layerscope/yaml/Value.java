package dev.layerscope.yaml;

import java.math.BigInteger;

/** What a scalar means to the one who reads it. */
public sealed interface Value {
  record Null() implements Value {}

  record Bool(boolean value) implements Value {}

  record Int(BigInteger value) implements Value {}

  record Float(double value) implements Value {}

  record Text(String value) implements Value {}

  /** The value as JSON text has it; a text without quotes. */
  default String plain() {
    return switch (this) {
      case Null ignored -> "null";
      case Bool bool -> String.valueOf(bool.value());
      case Int number -> number.value().toString();
      case Float number -> GoNumbers.json(number.value());
      case Text text -> text.value();
    };
  }
}
