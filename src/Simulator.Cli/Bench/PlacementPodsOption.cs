using System.CommandLine;

namespace Simulator.Cli.Bench;

/// <summary>The words of <c>--pods</c> of <c>bench placement</c>.</summary>
internal static class PlacementPodsOption
{
    private static readonly (string Word, PlacementPods Kind)[] Words =
    [
        ("plain", PlacementPods.Plain), ("hard-spread", PlacementPods.HardSpread), ("anti-affinity", PlacementPods.AntiAffinity),
    ];

    public static string Written(PlacementPods kind) => Array.Find(Words, entry => entry.Kind == kind).Word;

    public static PlacementPods Of(string word) => Array.Find(Words, entry => entry.Word == word).Kind;

    public static Option<string> Make()
    {
        var option = new Option<string>("--pods")
        {
            Description = "What all pods ask for beside CPU and memory. plain: nothing; their service spreads them by default. "
                + "hard-spread: not more than so many of their app in a zone, or on a node, above the emptiest. "
                + "anti-affinity: a node without pods of their app.",
            DefaultValueFactory = _ => "plain",
        };
        option.AcceptOnlyFromAmong([.. Words.Select(entry => entry.Word)]);
        return option;
    }
}
