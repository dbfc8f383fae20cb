using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>Services of names outside and cron jobs, which 1.3.10 does not know, as 1.20.2 takes and refuses them.</summary>
public sealed class LaterKindTests
{
    private const string Services = "/api/v1/namespaces/default/services";
    private const string CronJobs = "/apis/batch/v1beta1/namespaces/default/cronjobs";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Conversation _client = new(ServerManner.Extended, "1.20.2");

    [Fact]
    public void A_name_of_what_is_outside_has_no_address()
    {
        var made = _client.Post(
            Services, """{"metadata":{"name":"db"},"spec":{"type":"ExternalName","externalName":"db.example.com","selector":{"app":"db"}}}""");
        Assert.Equal(
            ("ExternalName", "db.example.com", null),
            (Text(made["spec"]!["type"]), Text(made["spec"]!["externalName"]), made["spec"]!["clusterIP"]));
        var addressed = _client.Patch(
            "merge", Services + "/db", """{"spec":{"type":"ClusterIP","externalName":null,"ports":[{"port":80}]}}""");
        Assert.StartsWith("10.0.0.", Text(addressed["spec"]!["clusterIP"]), StringComparison.Ordinal);
        var back = _client.Patch("merge", Services + "/db", """{"spec":{"type":"ExternalName","externalName":"x.example.com"}}""");
        Assert.Null(back["spec"]!["clusterIP"]);
    }

    [Fact]
    public void It_may_not_ask_for_an_address()
    {
        var refused = _client.Post(
            Services, """{"metadata":{"name":"db"},"spec":{"type":"ExternalName","externalName":"a_b","clusterIP":"10.0.0.9"}}""");
        Assert.Contains(
            "[spec.clusterIPs: Forbidden: may not be set for ExternalName services, spec.externalName: Invalid value: \"a_b\": must match",
            Text(refused["message"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_version_knows_no_such_services() => Assert.Contains(
        "supported values: ClusterIP, LoadBalancer, NodePort",
        Text(new Conversation().Post(
            Services, """{"metadata":{"name":"db"},"spec":{"type":"ExternalName","externalName":"db.example.com"}}""")["message"]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("* * * * *", "")]
    [InlineData("*/15 0,12 1-15/2 JAN-jun mon", "")]
    [InlineData("0 0 ? * 0", "")]
    [InlineData("5/10 * * * *", "")]
    [InlineData("@daily", "")]
    [InlineData("@every 1h30m", "")]
    [InlineData("*", "Expected exactly 5 fields, found 1: *")]
    [InlineData("0 0 3 * * *", "Expected exactly 5 fields, found 6: 0 0 3 * * *")]
    [InlineData("every night", "Expected exactly 5 fields, found 2: every night")]
    [InlineData("@nightly", "Unrecognized descriptor: @nightly")]
    [InlineData("@every night", "Failed to parse duration @every night: time: invalid duration \"night\"")]
    [InlineData("a * * * *", "Failed to parse int from a: strconv.Atoi: parsing \"a\": invalid syntax")]
    [InlineData(
        "99999999999999999999 * * * *",
        "Failed to parse int from 99999999999999999999: strconv.Atoi: parsing \"99999999999999999999\": value out of range")]
    [InlineData("-5 * * * *", "Failed to parse int from : strconv.Atoi: parsing \"\": invalid syntax")]
    [InlineData("60 * * * *", "End of range (60) above maximum (59): 60")]
    [InlineData("* * 0 * *", "Beginning of range (0) below minimum (1): 0")]
    [InlineData("* 5-3 * * *", "Beginning of range (5) beyond end of range (3): 5-3")]
    [InlineData("* 1-2-3 * * *", "Too many hyphens: 1-2-3")]
    [InlineData("* * * 1/2/3 *", "Too many slashes: 1/2/3")]
    [InlineData("* * * * */0", "Step of range should be a positive number: */0")]
    [InlineData("* * * * */-1", "Negative number (-1) not allowed: -1")]
    [InlineData("* * * * 7", "End of range (7) above maximum (6): 7")]
    public void Schedules_are_judged_in_its_words(string schedule, string why)
    {
        var answer = Post(new JsonObject { ["schedule"] = schedule });
        if (why.Length == 0) Assert.Equal(schedule, Text(answer["spec"]!["schedule"]));
        else Assert.Equal(
            $"CronJob.batch \"nightly\" is invalid: spec.schedule: Invalid value: {JsonValue.Create(schedule).ToJsonString(Plain)}: {why}",
            Text(answer["message"]));
    }

    [Theory]
    [InlineData("""{}""", "spec.schedule: Required value")]
    [InlineData(
        """{"schedule":"* * * * *","concurrencyPolicy":"Never"}""",
        "spec.concurrencyPolicy: Unsupported value: \"Never\": supported values: Allow, Forbid, Replace")]
    [InlineData(
        """{"schedule":"* * * * *","failedJobsHistoryLimit":-1}""",
        "spec.failedJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(
        """{"schedule":"* * * * *","jobTemplate":{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"b"}]}}}}}""",
        "spec.jobTemplate.spec.template.spec.restartPolicy: Unsupported value: \"Always\": supported values: OnFailure, Never")]
    [InlineData(
        """{"schedule":"* * * * *","jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[]}}}}}""",
        "spec.jobTemplate.spec.template.spec.containers: Required value")]
    public void The_rest_is_judged_as_well(string spec, string why) => Assert.Equal(
        $"CronJob.batch \"nightly\" is invalid: {why}", Text(Post((JsonObject)JsonNode.Parse(spec)!)["message"]));

    [Fact]
    public void A_schedule_is_judged_again_when_it_changes_and_names_leave_room_for_those_of_jobs()
    {
        Post(new JsonObject { ["schedule"] = "* * * * *" });
        var refused = _client.Patch("merge", CronJobs + "/nightly", """{"spec":{"schedule":"*"}}""");
        Assert.EndsWith("Expected exactly 5 fields, found 1: *", Text(refused["message"]), StringComparison.Ordinal);
        var longest = new string('a', 53);
        Assert.EndsWith(
            "must be no more than 52 characters", Text(Post(new JsonObject { ["schedule"] = "@daily" }, longest)["message"]),
            StringComparison.Ordinal);
    }

    private JsonNode Post(JsonObject spec, string name = "nightly")
    {
        spec["jobTemplate"] ??= JsonNode.Parse(
            """{"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"b"}]}}}}""");
        return _client.Post(
            CronJobs, new JsonObject { ["metadata"] = new JsonObject { ["name"] = name }, ["spec"] = spec }.ToJsonString(Plain));
    }

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
