using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Running;
using Simulator.Scenarios.Files.Sources;
using Xunit;

namespace Simulator.Tests.Api;

public sealed class SchedulerConfigurationReaderTests
{
    [Theory]
    [InlineData(
        "{profiles: [{plugins: {score: {enabled: [{name: ImageLocalty}]}}}]}",
        "no plug-in 'ImageLocalty' at score")]
    [InlineData("{profiles: [{plugins: {score: {enabled: [{name: NodePorts}]}}}]}", "no plug-in 'NodePorts' at score")]
    [InlineData(
        "{profiles: [{plugins: {score: {enabled: [{name: ImageLocality, weight: 3}]}}}]}",
        "is enabled at score by default; v1beta1 wants it disabled first")]
    [InlineData(
        "{profiles: [{plugins: {score: {enabled: [{name: SelectorSpread}, {name: SelectorSpread}]}}}]}",
        "the plug-in 'SelectorSpread' is enabled twice at score")]
    [InlineData("{profiles: [{}, {}]}", "the scheduler name 'default-scheduler' comes twice")]
    [InlineData("{percentageOfNodesToScore: 101}", "percentageOfNodesToScore: '101' is too large")]
    [InlineData("{podInitialBackoffSeconds: 5, podMaxBackoffSeconds: 4}", "4 is less than podInitialBackoffSeconds (5)")]
    [InlineData("{apiVersion: v1}", "apiVersion: found 'v1'")]
    [InlineData("{profiles: [{pluginConfig: [{name: NodePorts}]}]}", "no plug-in 'NodePorts' that has arguments")]
    [InlineData(
        "{apiVersion: kubescheduler.config.k8s.io/v1beta2, "
            + "profiles: [{pluginConfig: [{name: NodeResourcesBalancedAllocation, args: {resources: [{name: cpu}, {name: gpu}]}}]}]}",
        "the plug-in balances CPU and memory; allowed are these two")]
    [InlineData(
        "{profiles: [{pluginConfig: [{name: InterPodAffinity, args: {hardPodAffinityWeight: 101}}]}]}",
        "hardPodAffinityWeight: '101' is too large")]
    [InlineData(
        "{profiles: [{pluginConfig: [{name: PodTopologySpread, args: {defaultConstraints: [{maxSkew: 1}]}}]}]}",
        "allowed only with defaultingType: List")]
    [InlineData(
        "{profiles: [{plugins: {score: {enabled: [{name: RequestedToCapacityRatio}]}}}]}", "needs a shape of at least one point")]
    [InlineData("{profiles: [{plugins: {bind: {disabled: [{name: '*'}]}}}]}", "nothing is left; allowed is to keep DefaultBinder")]
    [InlineData("{extenders: [{filterVerb: x}]}", "urlPrefix")]
    [InlineData("{extenders: [{urlPrefix: x, prioritizeVerb: y}]}", "an extender that prioritizes needs a weight of at least 1")]
    [InlineData("{extenders: [{urlPrefix: x, httpTimeout: soon}]}", "httpTimeout")]
    [InlineData("{extenders: [{urlPrefix: x, bindVerb: b}, {urlPrefix: y, bindVerb: b}]}", "2 of them have a bindVerb; allowed is one")]
    [InlineData(
        "{extenders: [{urlPrefix: x, managedResources: [{name: a/b}]}, {urlPrefix: y, managedResources: [{name: a/b}]}]}",
        "'a/b' is managed twice")]
    [InlineData("{profils: []}", "did you mean 'profiles'?")]
    public void Refuses(string yaml, string expected)
    {
        var (configuration, diagnostics) = Read(yaml);
        Assert.Null(configuration);
        Assert.Contains(expected, Assert.Single(diagnostics.Errors).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("c.yaml:1:", diagnostics.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {ignoredResources: [c/d]}}]}], ")]
    public void Resources_that_an_extender_looks_after_are_ignored(string profiles)
    {
        var (configuration, _) = Read(
            $"{{{profiles}extenders: [{{urlPrefix: x, managedResources: [{{name: a/b, ignoredByScheduler: true}}, {{name: a/c}}]}}]}}");
        Assert.Equal(["a/b"], Assert.Single(configuration!.Profiles).Settings.IgnoredResources);
        var policy = Assert.Single(configuration.Extenders).Policy;
        Assert.Equal(["a/b", "a/c"], policy.ManagedResources);
        Assert.Equal(TimeSpan.FromSeconds(5), policy.Timeout);
    }

    [Fact]
    public void Without_profiles_it_is_the_default_provider()
    {
        var profile = Assert.Single(Read("{}").Configuration!.Profiles);
        Assert.Equal("default-scheduler", profile.SchedulerName);
        Assert.Equal(PluginTable.Filter.Count(entry => entry.IsDefault), profile.Filters.Count);
        Assert.Equal(10000, profile.Scores.Single(score => score.Name == "NodePreferAvoidPods").Weight);
    }

    [Fact]
    public void Reads_several_schedulers_with_plug_ins_on_and_off_weights_and_arguments()
    {
        var (configuration, diagnostics) = Read("""
            apiVersion: kubescheduler.config.k8s.io/v1beta1
            kind: KubeSchedulerConfiguration
            percentageOfNodesToScore: 30
            podMaxBackoffSeconds: 20
            profiles:
            - plugins:
                score:
                  disabled: [{name: NodeResourcesLeastAllocated}]
                  enabled: [{name: NodeResourcesMostAllocated, weight: 5}]
            - schedulerName: no-scoring
              plugins:
                preScore: {disabled: [{name: '*'}]}
                score: {disabled: [{name: '*'}]}
                postFilter: {disabled: [{name: '*'}]}
              pluginConfig:
              - name: NodeResourcesFit
                args: {ignoredResources: [example.com/gpu]}
              - name: DefaultPreemption
                args: {minCandidateNodesPercentage: 20, minCandidateNodesAbsolute: 7}
            """);
        Assert.Empty(diagnostics.Errors);
        Assert.Equal((30, TimeSpan.FromSeconds(20)), (configuration!.PercentageOfNodesToScore, configuration.Queue.MaxBackoff));
        var (first, second) = (configuration.Profiles[0], configuration.Profiles[1]);
        Assert.DoesNotContain(first.Scores, score => score.Name == "NodeResourcesLeastAllocated");
        Assert.Equal(5, first.Scores.Single(score => score.Name == "NodeResourcesMostAllocated").Weight);
        Assert.True(first.Preempts);
        Assert.Equal(("no-scoring", 0, 0, false), (second.SchedulerName, second.Scores.Count, second.PreScores.Count, second.Preempts));
        Assert.Equal(["example.com/gpu"], second.Settings.IgnoredResources);
        Assert.Equal((20, 7), (second.Settings.MinCandidateNodesPercentage, second.Settings.MinCandidateNodesAbsolute));
    }

    [Fact]
    public void Since_v1beta2_a_plug_in_that_is_on_gets_its_weight_in_place_and_resources_score_as_their_arguments_say()
    {
        var profile = Assert.Single(Read("""
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            profiles:
            - plugins:
                multiPoint: {disabled: [{name: ImageLocality}], enabled: [{name: TaintToleration, weight: 3}]}
                score: {disabled: [{name: NodeResourcesLeastAllocated}], enabled: [{name: NodeResourcesFit, weight: 2}]}
              pluginConfig:
              - name: NodeResourcesFit
                args: {scoringStrategy: {type: MostAllocated, resources: [{name: cpu, weight: 3}]}}
            """).Configuration!.Profiles);
        Assert.DoesNotContain(profile.Scores, score => score.Name == "ImageLocality");
        Assert.Equal(3, profile.Scores.Single(score => score.Name == "TaintToleration").Weight);
        Assert.Equal(2, profile.Scores.Single(score => score.Name == "NodeResourcesMostAllocated").Weight);
        Assert.Equal("cpu", Assert.Single(profile.Settings.MostAllocated).Name);
    }

    [Theory]
    [InlineData(
        "v1beta1", "NodeResourcesFit", "scoringStrategy: {type: MostAllocated}", "came with v1beta2; allowed in v1beta1 are ignored")]
    [InlineData(
        "v1beta2", "InterPodAffinity", "ignorePreferredTermsOfExistingPods: true", "came with v1beta3; allowed in v1beta2 are hardPod")]
    [InlineData("v1beta1", "NodeResourcesBalancedAllocation", "", "came with v1beta2; allowed in v1beta1 are DefaultPreemption, InterPod")]
    [InlineData("v1beta2", "NodeResourcesMostAllocated", "", "is in v1beta1 only; allowed in v1beta2 are DefaultPreemption")]
    [InlineData("v1", "NodeLabel", "presentLabels: [a]", "arguments of 'NodeLabel': is in v1beta1 only; allowed in v1 are")]
    [InlineData("v1", "VolumeBinding", "bindTimeoutSecond: 3", "did you mean 'bindTimeoutSeconds'?")]
    [InlineData("v1beta1", "NodeResourcesFit", "ignored: [a]", "unknown key; allowed are apiVersion, ignoredResourceGroups, ")]
    public void Each_version_has_arguments_of_its_own(string version, string plugin, string args, string expected)
    {
        var (configuration, diagnostics) = Read(
            $"{{apiVersion: kubescheduler.config.k8s.io/{version}, profiles: [{{pluginConfig: [{{name: {plugin}, args: {{{args}}}}}]}}]}}");
        Assert.Null(configuration);
        Assert.Contains(expected, Assert.Single(diagnostics.Errors).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("c.yaml:1:", diagnostics.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1beta1", "score: {enabled: [{name: NodeResourcesFit}]}", "no plug-in 'NodeResourcesFit' at score")]
    [InlineData("v1beta2", "score: {enabled: [{name: NodeResourcesMostAllocated}]}", "is in v1beta1 only; allowed are")]
    [InlineData("v1beta2", "multiPoint: {enabled: [{name: TaintToleration}]}", "came with v1beta3; allowed in v1beta2 are the points one")]
    public void And_points_and_plug_ins_of_its_own(string version, string points, string expected)
    {
        var (_, diagnostics) = Read($"{{apiVersion: kubescheduler.config.k8s.io/{version}, profiles: [{{plugins: {{{points}}}}}]}}");
        Assert.Contains(expected, Assert.Single(diagnostics.Errors).ToString(), StringComparison.Ordinal);
    }

    /// <summary>The usual way of packing nodes since v1beta2: only the argument, no plug-in on or off.</summary>
    [Fact]
    public void How_resources_score_needs_no_plug_in_to_be_switched()
    {
        var profile = Assert.Single(Read("""
            apiVersion: kubescheduler.config.k8s.io/v1
            profiles:
            - pluginConfig:
              - name: NodeResourcesFit
                args: {scoringStrategy: {type: MostAllocated}}
              - name: InterPodAffinity
                args: {ignorePreferredTermsOfExistingPods: true}
            """).Configuration!.Profiles);
        Assert.Contains(profile.Scores, score => score.Name == "NodeResourcesMostAllocated");
        Assert.DoesNotContain(profile.Scores, score => score.Name == "NodeResourcesLeastAllocated");
        Assert.True(profile.Settings.IgnoresPreferredTermsOfOthers);
    }

    private static (SchedulerConfiguration? Configuration, Diagnostics Diagnostics) Read(string yaml)
    {
        var diagnostics = new Diagnostics();
        var nodes = SourceTree.ParseYaml("c.yaml", yaml, diagnostics);
        return (SchedulerConfigurationReader.Read(Assert.Single(nodes), diagnostics), diagnostics);
    }
}
