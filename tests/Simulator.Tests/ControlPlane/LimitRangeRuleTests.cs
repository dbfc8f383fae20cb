using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.Tests.Api;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>Cases as text: limits | containers | what comes of it. The words are those of 1.3.10.</summary>
public sealed class LimitRangeRuleTests
{
    [Theory]
    [InlineData("type: Container, default: {cpu: 300m}, defaultRequest: {cpu: 200m}", "{}", "requests cpu=200m limits cpu=300m")]
    [InlineData("type: Container, default: {cpu: 300m}", "{}", "requests cpu=300m limits cpu=300m")]
    [InlineData("type: Container, max: {cpu: 2}", "{}", "requests cpu=2 limits cpu=2")]
    [InlineData("type: Container, min: {cpu: 100m}", "{}", "requests cpu=100m limits ")]
    [InlineData(
        "type: Container, default: {memory: 1Gi}, defaultRequest: {memory: 512Mi}", "{requests: {memory: 256Mi}}",
        "requests memory=256Mi limits memory=1Gi")]
    [InlineData("type: Container, default: {cpu: 300m}, defaultRequest: {cpu: 200m}", "{limits: {cpu: 1}}", "requests cpu=1 limits cpu=1")]
    [InlineData("type: Pod, max: {cpu: 2}", "{requests: {cpu: 1}, limits: {cpu: 2}}", "requests cpu=1 limits cpu=2")]
    public void Gives_defaults_to_containers(string item, string resources, string expected)
    {
        var (spec, faults) = Apply(item, resources);
        Assert.Equal("", faults);
        Assert.Equal(expected, $"requests {Shown(spec.Containers[0].Requests)} limits {Shown(spec.Containers[0].Limits)}");
    }

    [Theory]
    [InlineData(
        "type: Container, min: {cpu: 200m}", "{requests: {cpu: 100m}}", "minimum cpu usage per Container is 200m, but request is 100m.")]
    [InlineData("type: Container, max: {cpu: 2}", "{limits: {cpu: 3}}", "maximum cpu usage per Container is 2, but limit is 3.")]
    [InlineData("type: Pod, min: {memory: 6Mi}", "{}", "minimum memory usage per Pod is 6Mi.  No request is specified.")]
    [InlineData("type: Pod, max: {cpu: 2}", "{requests: {cpu: 1}}", "maximum cpu usage per Pod is 2.  No limit is specified.")]
    [InlineData(
        "type: Pod, max: {cpu: 2}", "{limits: {cpu: 1500m}}|{limits: {cpu: 1}}", "maximum cpu usage per Pod is 2, but limit is 2500m.")]
    [InlineData("type: Pod, max: {cpu: 2}", "{limits: {cpu: 1500m}}|{}", "maximum cpu usage per Pod is 2.  No limit is specified.")]
    [InlineData(
        "type: Pod, min: {cpu: 2}", "{requests: {cpu: 1}}|{requests: {cpu: 500m}}",
        "minimum cpu usage per Pod is 2, but request is 1500m.")]
    [InlineData(
        "type: Container, maxLimitRequestRatio: {cpu: 2}", "{requests: {cpu: 100m}, limits: {cpu: 250m}}",
        "cpu max limit to request ratio per Container is 2, but provided ratio is 2.500000.")]
    [InlineData("type: Container, maxLimitRequestRatio: {cpu: 2}", "{requests: {cpu: 100m}, limits: {cpu: 200m}}", "")]
    [InlineData(
        "type: Container, maxLimitRequestRatio: {cpu: 2}", "{}",
        "cpu max limit to request ratio per Container is 2, but no request is specified or request is 0.")]
    [InlineData(
        "type: Container, maxLimitRequestRatio: {cpu: 2}", "{requests: {cpu: 1}}",
        "cpu max limit to request ratio per Container is 2, but no limit is specified or limit is 0.")]
    [InlineData(
        "type: Container, max: {cpu: 2, memory: 1Gi}", "{limits: {cpu: 3, memory: 2Gi}}",
        "[maximum cpu usage per Container is 2, but limit is 3., maximum memory usage per Container is 1Gi, but limit is 2Gi.]")]
    public void Refuses_with_the_words_of_1_3(string item, string resources, string expected) =>
        Assert.Equal(expected, Apply(item, resources).Faults);

    [Fact]
    public void Init_containers_get_defaults_and_count_by_the_largest()
    {
        var container = new Container { Name = "c", Requests = Cpu(100), Limits = Cpu(100) };
        var init = new Container { Name = "i", Requests = Cpu(900), Limits = Cpu(900) };
        var range = new LimitRange { Limits = [new LimitRangeItem { Type = LimitType.Pod, Max = Cpu(500) }] };
        Assert.Equal(
            "maximum cpu usage per Pod is 500m, but limit is 900m.",
            LimitRangeRule.Apply(range, new PodSpec { Containers = [container], InitContainers = [init] }).Faults);
    }

    [Fact]
    public void What_lacks_nothing_stays_the_same_instance()
    {
        var spec = new PodSpec { Containers = [new Container { Name = "c", Requests = Cpu(100), Limits = Cpu(100) }] };
        var range = new LimitRange
        {
            Limits = [new LimitRangeItem { Type = LimitType.Container, Default = Cpu(300), DefaultRequest = Cpu(200) }],
        };
        Assert.Same(spec, LimitRangeRule.Apply(range, spec).Spec);
    }

    private static ResourceList Cpu(long milli) => ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milli)));

    private static string Shown(ResourceList amounts) =>
        string.Join(',', amounts.Amounts.ToArray().Select(entry => $"{entry.Key}={entry.Value}"));

    private static (PodSpec Spec, string Faults) Apply(string item, string resources)
    {
        var range =
            Documents.One<LimitRange>($"{{apiVersion: v1, kind: LimitRange, metadata: {{name: l}}, spec: {{limits: [{{{item}}}]}}}}");
        var containers = string.Join(", ", resources.Split('|').Select((part, index) => $"{{name: c{index}, resources: {part}}}"));
        var pod = Documents.One<Pod>($"{{apiVersion: v1, kind: Pod, metadata: {{name: p}}, spec: {{containers: [{containers}]}}}}");
        return LimitRangeRule.Apply(range, pod.Spec);
    }
}
