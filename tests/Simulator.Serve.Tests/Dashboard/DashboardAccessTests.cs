using Simulator.Serve.Tests.Ports;
using Xunit;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>At a port with roles the dashboard shows and does no more than whoever uses it may.</summary>
public sealed class DashboardAccessTests : IAsyncLifetime
{
    private const string Page = "Accept: application/vnd.simulator.page+json";
    private const string Viewer = "Authorization: Bearer view";
    private const string Developer = "Authorization: Bearer dev";
    private const string Admin = "Authorization: Bearer adm";

    private ServedProgram _served = null!;

    public async ValueTask InitializeAsync() => _served = await ServedProgram.Start(
        new Dictionary<string, string>
        {
            ["tokens"] = "adm,adm,1\nview,vic,2\ndev,dan,3\nnobody,nora,4\n",
            ["roles"] = """
                bindings:
                  - { role: admin, users: [adm] }
                  - { role: viewer, users: [vic] }
                  - { role: developer, users: [dan], namespaces: [default] }
                """,
        },
        "--token-auth-file", "@tokens", "--roles", "@roles", "--secure-port", "0");

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task Its_files_come_to_everybody_and_nothing_else_does()
    {
        Assert.Equal(200, await _served.Status("GET /dashboard/"));
        Assert.Equal(200, await _served.Status("GET /dashboard/main.js"));
        foreach (var path in new[] { "map", "me", "requests", "troubles/kinds", "pulse?watch=true", "timeline" })
        {
            Assert.Equal((path, 401), (path, await _served.Status($"GET /simulator/{path}")));
        }

        Assert.Equal(401, await _served.Status("GET /api/v1/pods?limit=10", Page));
        Assert.Equal(401, await _served.Status("GET /dashboard/../api/v1/pods"));
    }

    [Theory]
    [InlineData("GET /api/v1/pods?limit=10", Viewer, 200)]
    [InlineData("GET /api/v1/secrets?limit=10", Viewer, 403)]
    [InlineData("GET /api/v1/namespaces/default/secrets?limit=10", Developer, 200)]
    [InlineData("GET /api/v1/namespaces/kube-system/pods?limit=10", Developer, 403)]
    [InlineData("GET /api/v1/nodes?limit=10", Developer, 403)]
    [InlineData("GET /api/v1/pods?limit=10", "Authorization: Bearer nobody", 403)]
    [InlineData("GET /api/v1/secrets?limit=10", Admin, 200)]
    public async Task A_page_of_a_list_is_for_who_may_list(string line, string who, int status) =>
        Assert.Equal(status, await _served.Status(line, who, Page));

    [Theory]
    [InlineData(Viewer, 403)]
    [InlineData(Admin, 200)]
    public async Task Only_who_may_create_has_files_read(string who, int status) =>
        Assert.Equal(status, await _served.Status("POST /simulator/manifests", who, "Content-Length: 0"));

    [Fact]
    public async Task A_viewer_begins_no_trouble_and_a_page_of_another_site_does_nothing()
    {
        Assert.Equal(403, await _served.Status("POST /simulator/troubles", Viewer, "Content-Length: 0"));
        Assert.Equal(403, await _served.Status("POST /simulator/manifests", Admin, "Content-Length: 0", "Origin: http://evil.example"));
        Assert.Equal(403, await _served.Status("POST /simulator/manifests", Admin, "Content-Length: 0", "Sec-Fetch-Site: cross-site"));
    }
}
