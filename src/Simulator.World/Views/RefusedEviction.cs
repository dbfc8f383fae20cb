namespace Simulator.World.Views;

/// <summary>A pod that a drain or a maintenance does not get rid of.</summary>
/// <param name="Pod">"namespace/name".</param>
/// <param name="Since">Of the first try that was refused.</param>
/// <param name="Tries">That were refused.</param>
/// <param name="Why">In the words of the API server: "disruption budget web needs 2 healthy pods and has 2 currently".</param>
public sealed record RefusedEviction(string Pod, string Node, TimeSpan Since, int Tries, string Why);
