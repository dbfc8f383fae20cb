namespace Simulator.Api;

public sealed record Namespace : ApiObject
{
    /// <summary>Held while the namespace has content; the namespace controller takes it off.</summary>
    public const string Finalizer = "kubernetes";

    public override string Kind => "Namespace";

    public NamespacePhase Phase { get; init; } = NamespacePhase.Active;

    /// <summary>Who has to clean up before the object may go.</summary>
    public IReadOnlyList<string> Finalizers { get; init; } = [Finalizer];
}

public enum NamespacePhase
{
    Active,

    /// <summary>Being deleted: its content goes, and nothing new comes.</summary>
    Terminating,
}
