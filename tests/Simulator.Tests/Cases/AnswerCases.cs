using Simulator.Reports.Text;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>The first sentence says the worst of what went wrong.</summary>
public sealed class AnswerCases
{
    [Theory]
    [InlineData("never-placed/scenario.yaml", "6 of 6 pods of web never got a node: no node has the label topology.kubernetes.io/zone=a.")]
    [InlineData("mistyped-selector/scenario.yaml", "No request to web was answered: all 3,000 failed; its selector matches no pod.")]
    [InlineData(
        "pod-on-unknown-node/later.yaml",
        "None of 2 replicas of web was ever ready: node ghost2 does not exist (20 were removed and created again).")]
    [InlineData(
        "pod-on-unknown-node/scenario.yaml",
        "Pod lost was removed at 0:00:00 before it was ever ready, because its node ghost-node does not exist; it has no controller that "
            + "creates another.")]
    [InlineData(
        "pod-on-unknown-node/settled.yaml",
        "Pod lost was removed at 0:00:00 before it was ever ready, because its node ghost-node does not exist; it has no controller that "
            + "creates another.")]
    [InlineData(
        "limitrange-refuses/scenario.yaml",
        "None of 2 replicas of cap/small was ever ready: pods \"small-\" is forbidden: [minimum cpu usage per Pod is 20m, but request is "
            + "5m., minimum cpu usage per Container is 10m, but request is 5m.].")]
    [InlineData(
        "rollout-stuck-at-a-quota/scenario.yaml",
        "The rollout of team/web to revision 2 is not complete at the end, 28 min after it began: 0 of 4 pods are of the new version; "
            + "pods \"web-1853668708-\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=4, limited: pods=4.")]
    [InlineData(
        "node-out-of-memory/scenario.yaml",
        "The memory of 3 nodes was full: the kernel killed 15 containers of alert, the first on node-0003 at 2:00:42. Users saw ")]
    [InlineData(
        "node-out-of-memory/evict.yaml",
        "3 nodes ran short of memory: kubelets evicted 15 pods of alert, and refused 309 best-effort pods that came before the API knew. "
            + "Users saw ")]
    [InlineData(
        "delete-a-deployment/scenario.yaml",
        "Users saw 10 % of 6,000 requests answered: 5,378 failed; worst service: web with 10 %, failing since 0:01:02, when a user "
            + "deleted Deployment web.")]
    [InlineData(
        "daemons-on-a-full-disk/scenario.yaml",
        "kube-system/agent was missing on node-0001 while it ran, from 0:05:30 to 0:15:31: its controller deletes its pods where the "
            + "disk is full.")]
    public void The_first_sentence_says(string scenario, string sentence) =>
        Assert.StartsWith(sentence, CaseRun.Of(scenario).Summary.Answer, StringComparison.Ordinal);

    [Fact]
    public void Both_workloads_that_a_limit_range_refuses_are_told() =>
        Assert.Equal(
            ["cap/big", "cap/small"],
            CaseRun.Of("limitrange-refuses/scenario.yaml").Summary.Findings.Where(
                finding => finding.Kind == "replicas-missing").Select(finding => finding.Subject).Order());

    [Fact]
    public void A_rollout_that_was_refused_for_a_while_and_came_through_says_so() =>
        Assert.Contains(
            CaseRun.Of("rollout-stuck-at-a-quota/scenario.yaml").Summary.Findings,
            finding => finding.Kind == "creations-refused" && finding.Subject.Contains("team2/api", StringComparison.Ordinal));

    [Fact]
    public void Three_hundred_failed_pods_are_no_run_in_which_nothing_failed()
    {
        var summary = CaseRun.Of("node-out-of-memory/evict.yaml").Summary;
        Assert.DoesNotContain("Nothing failed", summary.Answer, StringComparison.Ordinal);
        Assert.Contains(summary.Findings, finding => finding.Kind == "memory-full");
    }

    [Fact]
    public void Pods_that_wait_are_told_with_the_command_that_explains_one()
    {
        var summary = CaseRun.Of("never-placed/scenario.yaml").Summary;
        var lines = RunText.Lines(summary, "out/report.html");
        Assert.Contains("  6 pods of web: no node has the label topology.kubernetes.io/zone=a", lines);
        Assert.Contains(lines, line => line.StartsWith("  why       simulator explain out pod web-", StringComparison.Ordinal));
    }

    [Fact]
    public void Requests_to_a_service_that_was_refused_are_not_forgotten()
    {
        var run = CaseRun.Of("refused-in-a-run/scenario.yaml");
        Assert.StartsWith("No request to my-release-prometheus-ser1 was answered: all ", run.Summary.Answer, StringComparison.Ordinal);
        Assert.Contains(
            run.Summary.Findings,
            finding => finding.Sentence.StartsWith("Service my-release-prometheus-ser1 was refused", StringComparison.Ordinal));
    }

    [Fact]
    public void A_container_that_its_user_changed_has_not_failed() =>
        Assert.DoesNotContain(
            CaseRun.Of("forbidden-updates/pod-image.yaml").Summary.Findings, finding => finding.Kind == "containers-restarted");

    [Fact]
    public void What_full_memory_cost_is_told_once()
    {
        var summary = CaseRun.Of("node-out-of-memory/scenario.yaml").Summary;
        Assert.DoesNotContain(summary.Findings, finding => finding.Kind == "containers-restarted");
        Assert.DoesNotContain(summary.Reasons, reason => reason.Contains("killed", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_api_server_refuses_is_not_counted_among_what_is_run() =>
        Assert.Contains(
            " · 0 pods in 0 services · ", CaseRun.Of("refused-in-a-run/scenario.yaml").Summary.Headline, StringComparison.Ordinal);

    [Fact]
    public void Pods_that_wait_are_not_told_again_among_the_reasons() =>
        Assert.DoesNotContain(
            CaseRun.Of("never-placed/scenario.yaml").Summary.Reasons, reason => reason.Contains("found no node", StringComparison.Ordinal));
}
