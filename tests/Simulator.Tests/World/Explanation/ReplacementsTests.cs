using Simulator.Tests.Reports;
using Simulator.World.Explanation;
using Xunit;

namespace Simulator.Tests.World.Explanation;

public sealed class ReplacementsTests
{
    [Fact]
    public void The_kth_creation_stands_for_the_kth_loss() => Assert.Equal("web-1 web-2", Pairs("""
        0 PodCreated web-1 web
        0 PodCreated web-2 web
        1 PodDeletionMarked web-1
        2 PodDeletionMarked web-2
        3 PodCreated web-3 web
        4 PodCreated web-4 web
        """, "web-3", "web-4"));

    [Fact]
    public void A_pet_stands_for_itself_whoever_was_lost_first() => Assert.Equal("zk-4 zk-2", Pairs("""
        0 PodCreated zk-2 zk
        0 PodCreated zk-4 zk
        1 PodDeletionMarked zk-2
        2 PodDeletionMarked zk-4
        3 PodCreated zk-4 zk
        4 PodCreated zk-2 zk
        """, "zk-4", "zk-2"));

    private static string Pairs(string facts, params string[] pods)
    {
        var replacements = new Replacements();
        foreach (var fact in FactTable.Read(facts)) replacements.Observe(fact);
        return string.Join(' ', pods.Select(pod => replacements.PredecessorOf(pod)?.Pod));
    }
}
