using Simulator.Serve.Access;
using Xunit;

namespace Simulator.Serve.Tests.Access;

public sealed class AttributeTests
{
    [Theory]
    [InlineData("GET /", "get /")]
    [InlineData("GET /version", "get /version")]
    [InlineData("POST /simulator/clock", "post /simulator/clock")]
    [InlineData("GET /api", "get /api")]
    [InlineData("GET /api/v1", "get /api/v1")]
    [InlineData("GET /api/v1/", "get /api/v1/")]
    [InlineData("GET /apis/batch/v1", "get /apis/batch/v1")]
    [InlineData("GET /swaggerapi/api/v1", "get /swaggerapi/api/v1")]
    [InlineData("GET /API/v1/pods", "get /API/v1/pods")]
    [InlineData("GET /api/v1/pods", "list pods")]
    [InlineData("GET /api/v1/pods?watch=true", "list pods")]
    [InlineData("HEAD /api/v1/nodes/n", "get nodes name=n")]
    [InlineData("OPTIONS /api/v1/nodes/n", " nodes name=n")]
    [InlineData("GET /api/v1/namespaces", "list namespaces")]
    [InlineData("GET /api/v1/namespaces/a", "get namespaces ns=a name=a")]
    [InlineData("PUT /api/v1/namespaces/a/finalize", "update namespaces/finalize ns=a name=a")]
    [InlineData("PUT /api/v1/namespaces/a/status", "update namespaces/status ns=a name=a")]
    [InlineData("GET /api/v1/namespaces/a/pods", "list pods ns=a")]
    [InlineData("GET /api/v1/namespaces/a/pods/p/log", "get pods/log ns=a name=p")]
    [InlineData("POST /api/v1/namespaces/a/pods/p/exec", "create pods/exec ns=a name=p")]
    [InlineData("DELETE /apis/extensions/v1beta1/namespaces/a/jobs", "deletecollection jobs.extensions ns=a")]
    [InlineData("DELETE /apis/extensions/v1beta1/namespaces/a/jobs/j", "delete jobs.extensions ns=a name=j")]
    [InlineData("PATCH /apis/extensions/v1beta1/namespaces/a/jobs/j", "patch jobs.extensions ns=a name=j")]
    [InlineData("GET /api/v1/watch/namespaces/a/pods", "watch pods ns=a")]
    [InlineData("GET /api/v1/watch/namespaces/a/pods/p", "watch pods ns=a name=p")]
    [InlineData("GET /api/v1/watch", "get ")]
    [InlineData("POST /api/v1/proxy/namespaces/a/services/s/post/it", "proxy services ns=a name=s")]
    [InlineData("GET /api/v1/redirect/nodes/n", "redirect nodes name=n")]
    [InlineData("GET /api/v1/nodes/n/proxy/logs", "get nodes/proxy name=n")]
    [InlineData("GET /api/v1/namespaces/a%2fpods", "list pods ns=a")]
    public void A_request_is_its_method_and_its_path(string line, string expected)
    {
        var read = new AccessGate([], []).Check(Requests.Secure(line)).Attributes;
        var group = read.Group.Length == 0 ? "" : $".{read.Group}";
        var home = read.Namespace.Length == 0 ? "" : $" ns={read.Namespace}";
        var name = read.Name.Length == 0 ? "" : $" name={read.Name}";
        Assert.Equal(expected, read.IsResource ? $"{read.Verb} {read.QualifiedResource}{group}{home}{name}" : $"{read.Verb} {read.Path}");
    }
}
