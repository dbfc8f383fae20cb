namespace Simulator.Api.Validation;

/// <summary>One thing that the API server refuses in an object (pkg/util/validation/field/errors.go of 1.3.10).</summary>
/// <param name="Fault">What kind of fault, in words: <c>Invalid value</c>, <c>Required value</c>, ...</param>
/// <param name="BadValue">JSON of what was found; "" where the message does not repeat it.</param>
/// <param name="Detail">"" if the fault says it all.</param>
public sealed record FieldError(FieldPath Path, string Fault, string BadValue, string Detail)
{
    /// <summary><c>spec.replicas: Invalid value: -1: must be greater than or equal to 0</c></summary>
    public override string ToString() =>
        $"{Path}: {Fault}{(BadValue.Length > 0 ? ": " + BadValue : "")}{(Detail.Length > 0 ? ": " + Detail : "")}";
}
