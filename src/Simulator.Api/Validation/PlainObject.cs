namespace Simulator.Api.Validation;

/// <summary>An object of a kind that does not act: only its metadata is judged.</summary>
public sealed record PlainObject(string OfKind, bool IsNamespaced) : ApiObject
{
    public override string Kind => OfKind;
}
