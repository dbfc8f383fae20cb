using Simulator.Api;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Reports.Text;
using Simulator.World.Explanation;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>Runs the scenario up to the moment and prints what there is to say.</summary>
internal sealed class Explanation(Scenario scenario, ExplainOptions options, Screen screen, CancellationToken interruption)
{
    private readonly RunProgress _progress = new(scenario, screen, isQuiet: false, interruption);

    /// <summary>Of the run, as far as it went.</summary>
    public string Digest { get; private set; } = "";

    /// <returns>What is wrong with the name; null if it was explained.</returns>
    public string? OfPod(TimeSpan at)
    {
        var slash = options.Name.IndexOf('/', StringComparison.Ordinal);
        var query = new PodQuery(options.Name[(slash + 1)..], slash > 0 ? options.Name[..slash] : options.Namespace, options.Cluster);
        if (PossiblePods.Problem(scenario, query) is { } problem) return problem;
        var inquiry = new PodInquiry(query);
        var run = new ScenarioRun(scenario, inquiry, _progress.Observer);
        inquiry.Follow(run);
        Complete(run, at);
        if (!inquiry.IsFound)
        {
            return NotYet(run, at, () => inquiry.IsFound, () => inquiry.Answers()[0].Events[0].At)
                ?? Unknown(query.Name, inquiry.Names);
        }

        var answers = inquiry.Answers();
        if (answers.Count > 1)
        {
            return $"{options.Name} is the name of {answers.Count} pods: "
                + $"{Wording.Listed(answers.Select(why => $"{why.Pod} in {why.Cluster}"))}; say --namespace or --cluster";
        }
        if (options.IsJson) JsonText.Write(answers[0], screen.Out);
        else Print(WhyText.Lines(answers[0]));
        return null;
    }

    /// <inheritdoc cref="OfPod"/>
    public string? OfNode(TimeSpan at)
    {
        var inquiry = new NodeInquiry(options.Name, options.Cluster);
        var run = new ScenarioRun(scenario, inquiry, _progress.Observer);
        inquiry.Follow(run);
        Complete(run, at);
        if (!inquiry.IsFound) return Unknown(options.Name, inquiry.Names);
        if (options.IsJson) JsonText.Write(inquiry.Answer(run.Now), screen.Out);
        else Print(WhyText.Lines(inquiry.Answer(run.Now)));
        return null;
    }

    /// <inheritdoc cref="OfPod"/>
    public string? OfAutoscaler(TimeSpan at)
    {
        var name = options.Namespace is { } home ? $"{home}/{options.Name}" : options.Name;
        var inquiry = new AutoscalerInquiry(name, options.Cluster);
        var run = new ScenarioRun(scenario, inquiry, _progress.Observer);
        inquiry.Follow(run);
        Complete(run, at);
        if (!inquiry.IsFound) return Unknown(name, inquiry.Names);
        if (options.IsJson) JsonText.Write(inquiry.Answer(), screen.Out);
        else Print(WhyText.Lines(inquiry.Answer()));
        return null;
    }

    /// <inheritdoc cref="OfPod"/>
    public string? OfDns(TimeSpan at)
    {
        var slash = options.Name.IndexOf('/', StringComparison.Ordinal);
        var service = slash > 0
            ? new ObjectKey(options.Name[..slash], options.Name[(slash + 1)..])
            : new ObjectKey(options.Namespace ?? "default", options.Name);
        var run = new ScenarioRun(scenario, _progress.Observer);
        Complete(run, at);
        if (run.Discovery is not { } discovery) return "this scenario has no federation: its services have names in their clusters only";
        if (!discovery.Knows(service)) return Unknown(service.ToString(), scenario.Users.Select(users => users.Service.ToString()));
        if (options.IsJson) JsonText.Write(discovery.Ask(service), screen.Out);
        else Print(DiscoveryText.Lines(discovery.Ask(service)));
        return null;
    }

    /// <returns>What is wrong with the cluster; null if it was explained.</returns>
    public string? OfNodes(TimeSpan at)
    {
        var elastic = scenario.Clusters.Where(cluster => cluster.Autoscaler is not null).Select(cluster => cluster.Name).ToList();
        if (elastic.Count == 0) return "no cluster of this scenario has a cluster-autoscaler: its nodes are those of its pools";
        if (options.Cluster is null && elastic.Count > 1) return $"there are autoscalers in {Wording.Listed(elastic)}; say --cluster";
        if (options.Cluster is { } named && !elastic.Contains(named)) return $"cluster '{named}' has no cluster-autoscaler";
        var inquiry = new GrowthInquiry(scenario.Clusters.First(cluster => cluster.Name == (options.Cluster ?? elastic[0])));
        var run = new ScenarioRun(scenario, inquiry, _progress.Observer);
        inquiry.Follow(run);
        Complete(run, at);
        if (options.IsJson) JsonText.Write(inquiry.Answer(run.Now), screen.Out);
        else Print(NodesText.Lines(inquiry.Answer(run.Now)));
        return null;
    }

    private void Complete(ScenarioRun run, TimeSpan at)
    {
        _progress.CompleteTo(run, at);
        Digest = run.Digest;
    }

    /// <summary>Runs on to see whether the pod comes later.</summary>
    private string? NotYet(ScenarioRun run, TimeSpan at, Func<bool> isFound, Func<TimeSpan> created)
    {
        if (at < scenario.Duration) _progress.CompleteTo(run, scenario.Duration);
        return isFound() ? $"{options.Name} did not exist yet at {Clock.Of(at)}: it was created at {Clock.Of(created())}" : null;
    }

    private string Unknown(string name, IEnumerable<string> known) =>
        $"there is no {options.Kind} '{options.Name}' in this run{new NearNames(known).To(name)}";

    private void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines) screen.Out.WriteLine(VisibleText.Of(line));
    }
}
