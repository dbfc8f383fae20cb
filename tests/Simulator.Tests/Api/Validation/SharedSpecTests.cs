using Simulator.Api;
using Simulator.Api.Validation;
using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>What is found out once a template is said of each of its pods, and what is said of one pod of none of the others.</summary>
public sealed class SharedSpecTests
{
    private static readonly PodSpec Template = new() { Containers = [new Container { Name = "c", Image = "i" }] };

    [Fact]
    public void A_node_that_cannot_be_is_told_of_the_pod_that_names_it_alone()
    {
        Assert.Empty(ErrorsOf(Template));
        Assert.Contains("spec.nodeName", Assert.Single(ErrorsOf(Template with { NodeName = "Not_a_node" })), StringComparison.Ordinal);
        Assert.Empty(ErrorsOf(Template with { NodeName = "n-1" }));
    }

    [Fact]
    public void A_fault_of_the_template_is_told_of_all_its_pods()
    {
        var template = Template with { RestartPolicy = "Sometimes" };
        Assert.Equal(2, ErrorsOf(template with { NodeName = "Not_a_node" }).Count);
        foreach (var node in (string[])["", "n-1", "n-2"])
        {
            Assert.Contains(
                "spec.restartPolicy", Assert.Single(ErrorsOf(template with { NodeName = node })), StringComparison.Ordinal);
        }
    }

    private static List<string> ErrorsOf(PodSpec spec) =>
    [
        .. ObjectRules.OnCreate(new Pod { Metadata = new ObjectMeta { Name = "p", Namespace = "default" }, Spec = spec })
            .Select(static error => error.ToString()),
    ];
}
