using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>
/// What 1.3.10 refuses, in its words (pkg/api/errors, pkg/apiserver/resthandler.go, the decoder and the libraries of patches).
/// </summary>
public sealed class RefusalTests
{
    private const string Pods = "/api/v1/namespaces/default/pods";

    private readonly Conversation _client = new();

    [Theory]
    [InlineData(
        """{"kind":"Pod",""",
        "the object provided is unrecognized (must be of type Pod): couldn't get version/kind; json parse error: "
        + "unexpected end of JSON input ({\"kind\":\"Pod\",)")]
    [InlineData(
        "hello",
        "the object provided is unrecognized (must be of type Pod): couldn't get version/kind; json parse error: invalid character 'h' "
            + "looking for beginning of value (68656c6c6f)")]
    [InlineData(
        "",
        "the object provided is unrecognized (must be of type Pod): couldn't get version/kind; json parse error: unexpected end of JSON "
            + "input (<empty>)")]
    [InlineData(
        """{"apiVersion":"v2","kind":"Pod"}""",
        "Pod in version \"v2\" cannot be handled as a Pod: no kind \"Pod\" is registered for version \"v2\"")]
    [InlineData(
        """{"apiVersion":"v1","kind":"Service"}""",
        "Service in version \"v1\" cannot be handled as a Pod: converting (v1.Service).v1.ServiceSpec to "
        + "(api.Pod).api.PodSpec: Volumes not present in src")]
    [InlineData(
        """{"metadata":{"name":1}}""",
        "Pod in version \"v1\" cannot be handled as a Pod: [pos 21]: json: expect char '\"' but got char '1'")]
    [InlineData(
        """{"spec":{"containers":{}}}""",
        "Pod in version \"v1\" cannot be handled as a Pod: [pos 23]: json: expect char '[' but got char '{'")]
    [InlineData(
        """{"spec":{"activeDeadlineSeconds":"x"}}""",
        "Pod in version \"v1\" cannot be handled as a Pod: [pos 35]: json: decNum: got first char 'x'")]
    [InlineData(
        """{"spec":{"hostNetwork":"x"}}""",
        "Pod in version \"v1\" cannot be handled as a Pod: [pos 24]: json: decode bool: got first char \"")]
    public void A_body_that_does_not_fit_is_told_as_the_decoder_tells_it(string body, string message)
    {
        var status = _client.Post(Pods, body);
        Assert.Equal(400, (int)status["code"]!);
        Assert.Equal("BadRequest", (string?)status["reason"]);
        Assert.Equal(message, (string?)status["message"]);
    }

    [Theory]
    [InlineData("GET", "/api/v1/Pods", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/apis/extensions/v1beta1/pods", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/api/v1/namespaces/default/nodes", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/api/v1/namespaces/default/pods/a/nosuch", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/api/v1/namespaces/default/bindings", 405, "the server does not allow this method on the requested resource")]
    [InlineData("DELETE", "/api/v1/pods", 405, "the server does not allow this method on the requested resource")]
    [InlineData("DELETE", "/api/v1/namespaces/default/services", 405, "the server does not allow this method on the requested resource")]
    [InlineData("OPTIONS", "/api/v1/pods", 405, "the server does not allow this method on the requested resource")]
    [InlineData("GET", "/apis/extensions/v1beta1/namespaces/default/deployments/d", 404, "deployments.extensions \"d\" not found")]
    [InlineData(
        "GET", "/apis/extensions/v1beta1/namespaces/default/deployments/d/scale", 404, "deployments/scale.extensions \"d\" not found")]
    [InlineData("DELETE", "/api/v1/namespaces/default", 403, "namespaces \"default\" is forbidden: this namespace may not be deleted")]
    [InlineData(
        "GET", Pods + "/a/log?sinceSeconds=1&sinceTime=2016-09-07T13%3A00%3A00Z", 422,
        "PodLogOptions \"\" is invalid: : Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified")]
    [InlineData(
        "GET", Pods + "?labelSelector=a%20b", 500, "unable to parse requirement: found 'b', expected: '=', '!=', '==', 'in', notin'")]
    [InlineData("GET", Pods + "?labelSelector=a%3Db%3Dc", 500, "found '=', expected: ',' or 'end of string'")]
    [InlineData("GET", Pods + "?fieldSelector=x", 500, "invalid selector: 'x'; can't understand 'x'")]
    [InlineData("GET", Pods + "?fieldSelector=spec.x%3Dy", 400, "field label not supported: spec.x")]
    [InlineData("GET", Pods + "?resourceVersion=x", 500, "strconv.ParseUint: parsing \"x\": invalid syntax")]
    [InlineData("GET", "/api/v1/services?fieldSelector=spec.type%3Dx", 400, "field label \"spec.type\" not supported for \"ConfigMap\"")]
    [InlineData("GET", "/apis/extensions/v1beta1/deployments?fieldSelector=a%3Db", 400, "field label \"a\" not supported for \"Ingress\"")]
    [InlineData(
        "GET", "/apis/extensions/v1beta1/replicasets?fieldSelector=metadata.name%3Dx", 400,
        "No field label conversion function found for version extensions/v1beta1 and kind ReplicaSet")]
    [InlineData(
        "GET", "/apis/autoscaling/v1/horizontalpodautoscalers?fieldSelector=metadata.name%3Dx", 400,
        "No field label conversion function found for version: autoscaling/v1")]
    public void A_request_that_cannot_be_is_told_why(string method, string url, int code, string message)
    {
        var answer = _client.Send(method, url);
        Assert.Equal(code, answer.Status);
        Assert.Equal(message, (string?)Conversation.Json(answer)["message"]);
    }

    [Theory]
    [InlineData("json", """[{"op":"copy","from":"/a","path":"/b"}]""", "Unexpected kind: copy")]
    [InlineData("json", """[{"op":"remove","path":"/spec/containers/7"}]""", "Unable to remove invalid index: 7")]
    [InlineData(
        "json", """[{"op":"replace","path":"/a/b/c","value":1}]""",
        "jsonpatch replace operation does not apply: doc is missing path: /a/b/c")]
    [InlineData("json", """[{"op":"test","path":"/metadata/name","value":"b"}]""", "Testing value /metadata/name failed")]
    [InlineData("merge", "{bad", "Invalid JSON Patch")]
    [InlineData("strategic", "{bad", "Invalid JSON document")]
    [InlineData("strategic", """{"spec":{"containers":[{"image":"a"}]}}""", "map: map[image:a] does not contain declared merge key: name")]
    [InlineData(
        "strategic", """{"spec":{"containers":[{"$patch":"x","name":"a"}]}}""",
        "unknown patch type: x in map: map[$patch:x name:a]")]
    [InlineData("merge", """{"metadata":{"name":"b"}}""", "the name of the object (b) does not match the name on the URL (a)")]
    [InlineData(
        "merge", """{"metadata":{"resourceVersion":"1"}}""",
        "Operation cannot be fulfilled on pods \"a\": the object has been modified; please apply your changes to the "
        + "latest version and try again")]
    [InlineData(
        "merge", """{"spec":{"restartPolicy":"Never"}}""",
        "Pod \"a\" is invalid: spec: Forbidden: pod updates may not change fields other than `containers[*].image` or "
        + "`spec.activeDeadlineSeconds`")]
    public void A_patch_that_cannot_be_applied_is_told_as_the_library_tells_it(string kind, string patch, string message)
    {
        _client.AddPod("a");
        Assert.Equal(message, (string?)_client.Patch(kind, $"{Pods}/a", patch)["message"]);
    }

    [Fact]
    public void Who_takes_no_type_that_there_is_gets_a_status_without_a_kind()
    {
        var answer = _client.Send("GET", Pods, null, ("Accept", "text/html"));
        Assert.Equal(406, answer.Status);
        Assert.Null(Conversation.Json(answer)["kind"]);
    }

    [Fact]
    public void A_version_in_the_future_is_waited_for_in_vain()
    {
        var answer = _client.Send("GET", Pods + "?resourceVersion=99999");
        Assert.Equal((504, TimeSpan.FromSeconds(60)), (answer.Status, answer.HeadAfter));
        Assert.StartsWith("{\"ErrStatus\":{\"metadata\":{},\"status\":\"Failure\"", Conversation.Text(answer), StringComparison.Ordinal);
    }
}
