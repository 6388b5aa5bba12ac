# The statuses and methods of HTTP.
from http import HTTPMethod, HTTPStatus

for status in HTTPStatus:
    print(status.name, status.value, status.phrase, int(status), f"{status}")
print(repr(HTTPStatus.NOT_FOUND), HTTPStatus(404) is HTTPStatus.NOT_FOUND, HTTPStatus.OK == 200)
print(len(HTTPStatus), HTTPStatus["CREATED"], sorted([HTTPStatus.OK, HTTPStatus.CONTINUE]))
print(HTTPMethod.GET, HTTPMethod.PATCH == "PATCH", [method.value for method in HTTPMethod])
try:
    HTTPStatus(999)
except ValueError as error:
    print(error)
