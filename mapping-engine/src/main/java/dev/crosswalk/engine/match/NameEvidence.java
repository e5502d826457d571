package dev.crosswalk.engine.match;

/** Words that the two names share; rare words weigh more, words of object and parents less. */
final class NameEvidence implements Evidence {
  @Override
  public String name() {
    return "name";
  }

  @Override
  public double weight() {
    return 1.2;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    return source.name().isEmpty() || target.name().isEmpty()
        ? SILENT
        : source.name().cosine(target.name());
  }
}
