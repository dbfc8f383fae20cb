namespace Simulator.Scenarios.Import.Load;

/// <summary>A value over time of one service, or of the pods of one application.</summary>
/// <param name="Namespace">"" if nobody says.</param>
/// <param name="Points">Times rise; in seconds since 1970, or since any moment that all series of a file share.</param>
internal sealed record LoadSeries(string Namespace, string Name, IReadOnlyList<(double At, double Value)> Points);
