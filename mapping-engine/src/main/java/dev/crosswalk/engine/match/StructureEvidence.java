package dev.crosswalk.engine.match;

/** Parents, group and object that the two fields stand in. */
final class StructureEvidence implements Evidence {
  @Override
  public String name() {
    return "structure";
  }

  @Override
  public double weight() {
    return 0.8;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    if (source.context().isEmpty() || target.context().isEmpty()) {
      return SILENT;
    }
    // Where one side has a path ({@code seller.address.city}) and the other has not, the words that
    // a name begins with are the path ({@code seller_city}).
    return source.nested() == target.nested()
        ? source.context().cosine(target.context())
        : source.place().cosine(target.place());
  }
}
