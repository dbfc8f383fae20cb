namespace Simulator.Api;

/// <summary>metadata.ownerReferences: 1.3 keeps them, and nothing acts upon them yet.</summary>
public sealed record OwnerReference(string ApiVersion, string Kind, string Name, string Uid, bool IsController)
{
    /// <summary>A deletion in the foreground waits for this dependent.</summary>
    public bool BlocksOwnerDeletion { get; init; }
}
