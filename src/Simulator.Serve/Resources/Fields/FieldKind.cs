namespace Simulator.Serve.Resources.Fields;

/// <summary>What a value of the API is.</summary>
public enum FieldKind
{
    Text,
    Flag,
    Int32,
    Int64,
    Quantity,

    /// <summary>A number or a text: ports, <c>25%</c>.</summary>
    IntOrText,
    Time,

    /// <summary>Base64.</summary>
    Bytes,

    /// <summary>Kept as it is.</summary>
    Any,
    Struct,
    List,
    Map,
}
