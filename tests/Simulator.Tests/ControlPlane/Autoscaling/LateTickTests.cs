using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Hosting;
using Xunit;

namespace Simulator.Tests.ControlPlane.Autoscaling;

/// <summary>A tick adds a pass for each autoscaler, whether or not the one of the last tick was made (delta_fifo.go of 1.3.10).</summary>
public sealed class LateTickTests
{
    [Fact]
    public void Who_waited_through_a_tick_is_looked_at_twice_in_a_row()
    {
        var controller = new HorizontalController(new HorizontalOptions(), Instant.Start, new NameOrder());
        controller.Know([Stories.Autoscalers.Of("a", max: 3), Stories.Autoscalers.Of("b", max: 3)]);
        controller.Wake(Instant.Start);
        List<string> looked = [];
        var now = Instant.FromSeconds(31);
        List<ApiRequest> requests = [];
        for (controller.TakeRequests(requests); requests.Count > 0; controller.TakeRequests(requests))
        {
            var next = requests[0];
            requests.RemoveAt(0);
            if (next is not GetScaleRequest get) continue;
            looked.Add(get.Key.Name);
            controller.Complete(new ApiResponse(next, ApiResult.NotFound), now);
        }

        Assert.Equal(["a", "b", "b", "a"], looked);
    }
}
