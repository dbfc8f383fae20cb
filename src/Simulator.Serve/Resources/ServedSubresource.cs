namespace Simulator.Serve.Resources;

/// <param name="Kind">Of what discovery says is behind it.</param>
/// <param name="Verbs">None: it is connected to (exec, proxy) instead of read and written.</param>
public sealed record ServedSubresource(string Name, string Kind, ResourceVerbs Verbs)
{
    /// <summary>Group and version of its objects where they are not the resource's: <c>autoscaling/v1</c>.</summary>
    public string? Of { get; init; }
}
