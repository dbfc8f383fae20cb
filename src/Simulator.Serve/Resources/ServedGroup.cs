namespace Simulator.Serve.Resources;

/// <param name="Versions">The preferred one first.</param>
public sealed record ServedGroup(string Name, params IReadOnlyList<string> Versions);
