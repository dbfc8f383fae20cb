using System.CommandLine;

namespace Simulator.Cli.Bench;

/// <summary>The words of <c>--pods</c>.</summary>
internal static class PodsOption
{
    private static readonly (string Word, PodsKind Kind)[] Words =
    [
        ("plain", PodsKind.Plain),
        ("spread", PodsKind.Spread),
        ("node-affinity", PodsKind.NodeAffinity),
        ("anti-affinity", PodsKind.AntiAffinity),
        ("host-port", PodsKind.HostPort),
        ("claim", PodsKind.Claim),
    ];

    public static string Written(PodsKind kind) => Array.Find(Words, entry => entry.Kind == kind).Word;

    public static PodsKind Of(string word) => Array.Find(Words, entry => entry.Word == word).Kind;

    public static Option<string> Make()
    {
        var option = new Option<string>("--pods")
        {
            Description = """
                What all pods ask for, those that run and those that are placed. plain: CPU and memory. spread: distance from the 30 running
                pods of its service. node-affinity: two of four pools. anti-affinity: a node without pods of its app, under a policy with
                MatchInterPodAffinity and InterPodAffinityPriority. host-port: a port that 30 running pods hold. claim: a bound claim of its
                own on a disk in one zone. Without --templates plain pods are all of one service and one controller, all others of apps of
                30, each with its own.
                """.ReplaceLineEndings(" "),
            HelpName = string.Join('|', Words.Select(entry => entry.Word)),
            DefaultValueFactory = _ => "plain",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Array.Exists(Words, entry => entry.Word == result.Tokens[0].Value))
            {
                result.AddError(
                    $"--pods: found '{result.Tokens[0].Value}'; allowed are {string.Join(", ", Words.Select(entry => entry.Word))}");
            }
        });
        return option;
    }
}
