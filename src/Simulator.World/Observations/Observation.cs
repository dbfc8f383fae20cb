namespace Simulator.World.Observations;

/// <summary>One fact of a run. <see cref="ObservationKind"/> says what the other fields mean.</summary>
/// <param name="At">Since the start of the run.</param>
public readonly record struct Observation(
    TimeSpan At,
    ObservationKind Kind,
    string Cluster,
    string Subject,
    string Other = "",
    long Value = 0,
    long Extra = 0);
