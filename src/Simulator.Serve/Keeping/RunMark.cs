namespace Simulator.Serve.Keeping;

/// <summary>How far a run had come.</summary>
/// <param name="Digest">Of its observations up to then.</param>
public sealed record RunMark(TimeSpan At, string Digest);
