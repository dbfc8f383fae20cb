using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Hosting;
using Simulator.Tests.Stories;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>The controller of PetSets alone: the test plays the kubelets and the trouble.</summary>
public sealed class PetSetControllerTests
{
    private readonly InstantHost _host = new(new PetSetController(new PetSetOptions(), Instant.Start, pods => pods));

    [Fact]
    public void A_blocker_that_cannot_be_read_ends_the_sync_before_any_pet_is_looked_at()
    {
        _host.Put(Pets.Set("web", 3));
        _host.Put(_host.Get<PetSet>("web") with { Status = new PetSetStatus { Replicas = 3 } });
        _host.Calls.Clear();
        FailOnce(request => request is GetRequest { Key.Name: "web-0" });
        _host.Put(_host.Get<PetSet>("web"));

        // Its status says that there are none; then it tries again, and waits for the pet that is not healthy yet.
        Assert.Equal(["GET Pod web-0", "PUT status PetSet web", "GET Pod web-0", "GET Pod web-0"], _host.Calls.Take(4));
        Assert.DoesNotContain("POST Pod web-1", _host.Calls);
    }

    [Fact]
    public void A_surplus_pet_that_cannot_be_read_is_tried_again()
    {
        _host.Put(Pets.Set("web", 1));
        Obey();
        FailOnce(request => request is GetRequest { Key.Name: "web-0" });
        _host.Put(_host.Get<PetSet>("web") with { Replicas = 0 });
        Assert.Contains("DELETE Pod web-0", _host.Calls);
    }

    private void FailOnce(Func<ApiRequest, bool> which)
    {
        var left = 1;
        _host.Fault = request => which(request) && left-- > 0 ? ApiResult.Unavailable : ApiResult.Ok;
    }

    /// <summary>All pets run and are ready.</summary>
    private void Obey()
    {
        foreach (var pod in _host.All<Pod>())
        {
            _host.Put(pod with
            {
                Spec = pod.Spec with { NodeName = "n1" },
                Status = pod.Status with { Phase = PodPhase.Running, Ready = new Condition(ConditionStatus.True, "", default) },
            });
        }
    }
}
