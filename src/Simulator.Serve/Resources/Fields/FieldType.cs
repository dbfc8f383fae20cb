namespace Simulator.Serve.Resources.Fields;

/// <param name="Struct">Of structs.</param>
/// <param name="Element">Of lists and maps.</param>
public sealed record FieldType(FieldKind Kind, StructType? Struct = null, FieldType? Element = null);
