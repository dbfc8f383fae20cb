namespace Simulator.Api;

/// <summary>A Kubernetes object: immutable; a change is a new instance made by <c>with</c>.</summary>
public abstract record ApiObject
{
    public ObjectMeta Metadata { get; init; } = new();

    public abstract string Kind { get; }

    public string Name => Metadata.Name;

    public string Namespace => Metadata.Namespace;

    public ObjectKey Key => new(Metadata.Namespace, Metadata.Name);
}
