using Simulator.Api;
using Simulator.Api.Validation;
using Simulator.ControlPlane.Versions;
using Simulator.Tests.Api.Validation;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>What containers may be told of their pod: more under 1.20.2 than under 1.3.10.</summary>
public sealed class LaterEnvironmentTests
{
    [Theory]
    [InlineData("spec.nodeName", true)]
    [InlineData("status.hostIP", true)]
    [InlineData("metadata.labels['app']", true)]
    [InlineData("status.podIPs", true)]
    [InlineData("status.phase", false)]
    [InlineData("spec.nothing", false)]
    public void Fields(string field, bool isAllowedLater)
    {
        var pod = PodWith(new EnvironmentVariable("A", "", new ValueSource { Field = new FieldReference("v1", field) }));
        Assert.NotEmpty(ObjectRules.OnCreate(pod));
        Assert.Equal(isAllowedLater, ObjectRules.OnCreate(pod, KubernetesVersions.Find("1.20.2")!.ActsUpon).Count == 0);
    }

    [Theory]
    [InlineData("my.name-1", true)]
    [InlineData("1st", false)]
    public void Names(string name, bool isAllowedLater)
    {
        var pod = PodWith(new EnvironmentVariable(name, "x", null));
        Assert.NotEmpty(ObjectRules.OnCreate(pod));
        Assert.Equal(isAllowedLater, ObjectRules.OnCreate(pod, KubernetesVersions.Find("1.20.2")!.ActsUpon).Count == 0);
    }

    [Theory]
    [InlineData("AWS_KEY", true)]
    [InlineData("a key", false)]
    public void Keys(string key, bool isAllowedLater)
    {
        var pod = PodWith(new EnvironmentVariable("A", "", new ValueSource { SecretKey = new KeyReference("s", key) }));
        Assert.NotEmpty(ObjectRules.OnCreate(pod));
        Assert.Equal(isAllowedLater, ObjectRules.OnCreate(pod, KubernetesVersions.Find("1.20.2")!.ActsUpon).Count == 0);
    }

    private static Pod PodWith(EnvironmentVariable variable)
    {
        var details = new ContainerDetails { Environment = [variable] };
        return (Pod)RuleTable.AsCreated(new Pod
        {
            Metadata = new ObjectMeta { Name = "p", Namespace = "default" },
            Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "i", Details = details }] },
        });
    }
}
