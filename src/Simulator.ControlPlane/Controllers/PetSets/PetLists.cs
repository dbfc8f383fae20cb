using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>What a sync of 1.3.10 is handed as the list of its pets, and what it was meant to be.</summary>
public static class PetLists
{
    /// <param name="random">From 0 to 1: the store lists pods in the order of a Go map, and only the last one counts.</param>
    public static Func<List<Pod>, List<Pod>> For(PetList list, Func<double> random) => list switch
    {
        PetList.OnePet => pods => OnePet(pods, random),
        _ => static pods => pods,
    };

    private static List<Pod> OnePet(List<Pod> pods, Func<double> random) =>
        pods.Count <= 1 ? pods : [.. Enumerable.Repeat(pods[(int)(random() * pods.Count)], pods.Count)];
}
