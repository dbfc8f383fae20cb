namespace Simulator.Api;

/// <summary>A ConfigMap or Secret in a pod's own namespace that the pod reads.</summary>
/// <param name="Kind">ConfigMap or Secret.</param>
/// <param name="Keys">Keys that must be there; none: the object is enough.</param>
public sealed record DataReference(string Kind, string Name, IReadOnlyList<string> Keys);
