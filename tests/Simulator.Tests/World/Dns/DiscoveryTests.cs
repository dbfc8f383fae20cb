using Simulator.Api;
using Simulator.Reports.Text;
using Simulator.Tests.Stories;
using Xunit;

namespace Simulator.Tests.World.Dns;

/// <summary>What each resolver answers for a federated service at a moment, and why.</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public void Each_resolver_says_what_it_answers_and_why()
    {
        var world = new Regions { Having = ["east", "west"] }.With("r-east", 100).With("r-asia", 10).Dark("east", 5.Minutes())
            .RunTo(6.Minutes());
        world.Publish("west");
        world.RunTo(7.Minutes());
        var text = string.Join('\n', DiscoveryText.Lines(world.Run.Discovery!.Ask(Regions.Web.Service)));
        Assert.Equal(
            """
            default/web at 0:07:00
              users in r-east ask for web.default.fed.svc.r-east.example.com
                the name of their region; of several addresses the nearest
                web.default.fed.svc.r-east.example.com  CNAME web.default.fed.svc.example.com  since 0:06:00
                web.default.fed.svc.example.com  A 198.18.16.1 (west)  since 0:06:00
                tried in this order: west (0.06 s away)
                31 % hold 198.18.16.1 (west)
                69 % still hold 198.18.0.1 (east), which was told until 0:06:00
              users in r-asia ask for web.default.fed.svc.example.com
                the global name; of several addresses the nearest
                web.default.fed.svc.example.com  A 198.18.16.1 (west)  since 0:06:00
                tried in this order: west (0.12 s away)
                31 % hold 198.18.16.1 (west)
                69 % still hold 198.18.0.1 (east), 198.18.16.1 (west), which was told until 0:06:00
              kube-dns of east
                the cluster has the service itself, with endpoints
              kube-dns of west
                the cluster has the service itself, with endpoints
              kube-dns of europe points to web.default.fed.svc.z-europe.r-europe.example.com
                the cluster has no such service with endpoints: the name of zone z-europe, that of its first node
                web.default.fed.svc.z-europe.r-europe.example.com  CNAME web.default.fed.svc.r-europe.example.com  from the start
                web.default.fed.svc.r-europe.example.com  CNAME web.default.fed.svc.example.com  from the start
                web.default.fed.svc.example.com  A 198.18.16.1 (west)  since 0:06:00
              clusters
                east    198.18.0.1, 4 ready endpoints by its API, no name leads there
                west    198.18.16.1, 4 ready endpoints by its API, told for 3 names up to web.default.fed.svc.example.com
                europe  no load balancer, no such service, no name leads there
            """,
            text);
    }

    [Fact]
    public void Nothing_is_known_of_a_service_that_nobody_has()
    {
        var world = new Regions().With("r-east", 1).RunTo(1.Minutes());
        Assert.False(world.Run.Discovery!.Knows(new ObjectKey("default", "wep")));
        Assert.True(world.Run.Discovery!.Knows(Regions.Web.Service));
    }
}
