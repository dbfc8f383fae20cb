namespace Simulator.World.Explanation.Endings;

/// <summary>What a pod waits for.</summary>
/// <param name="Reason">In a few words, the same for all pods that wait for the same.</param>
/// <param name="Detail">The numbers behind it; "" if there are none.</param>
internal readonly record struct WaitReason(string Reason, string Detail = "");
